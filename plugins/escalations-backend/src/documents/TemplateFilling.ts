import {
  fillTemplate,
  HubInputError,
  type LedgerActor,
} from '@imsa-hub/core-node';
import {
  DOCUMENT_TEXT,
  type CaseTemplateSummary,
  type FilledTemplate,
} from '@imsa-hub/escalations-common';
import type { CaseTemplate } from '@imsa-hub/escalations-node';
import type { PersonContext } from '@imsa-hub/network-node';
import { subjectOf, type EscalationContext } from '../EscalationContext';
import type { EscalationPresenter } from '../escalations/EscalationPresenter';
import type { EscalationReading } from '../escalations/EscalationReading';
import { exampleCase } from './CaseTemplateView';
import type { CaseTemplates } from './createCaseTemplates';
import { titleOf } from './titleOf';
import { missingFields, viewOfCase } from './viewOfCase';

/** Templates for a case, and what one says once it is filled from it. */
export class TemplateFilling {
  constructor(
    private readonly context: EscalationContext,
    private readonly reading: EscalationReading,
    private readonly presenter: EscalationPresenter,
    private readonly templates: CaseTemplates,
  ) {}

  /** The templates for a case; those of its own areas first. */
  async offered(input: {
    person: PersonContext;
    escalationId: string;
  }): Promise<{ templates: CaseTemplateSummary[] }> {
    const { database } = this.context.hub;
    const row = await this.reading.findWorkable(database, input);
    const isOfAreas = ({ areas }: CaseTemplate) =>
      areas.some(area => row.areas.includes(area)) ? 0 : 1;
    return {
      templates: this.templates
        .offered(row)
        .toSorted((one, other) => isOfAreas(one) - isOfAreas(other))
        .map(summary),
    };
  }

  /** Fills one. It reads sealed content, so it is an entry in the ledger. */
  async fill(input: {
    person: PersonContext;
    actor: LedgerActor;
    escalationId: string;
    templateId: string;
  }): Promise<FilledTemplate> {
    const { person, templateId } = input;
    const { hub, limits } = this.context;
    return hub.work.run(input.actor, async work => {
      const row = await this.reading.findWorkable(work.trx, input);
      const template = templateFor(this.templates, row, templateId);
      const record = await this.presenter.present({
        person,
        row,
        knex: work.trx,
      });
      const choices = limits().choices();
      const view = viewOfCase({
        record,
        template,
        writer: person,
        titleOf: id => titleOf(hub.people.byId(id)),
        organisationOf: id => this.organisationOf(id),
        now: work.now,
        eventOf: ruleId =>
          choices.find(choice => choice.ruleId === ruleId)?.event,
      });
      const { text, problem } = fillTemplate({
        body: template.body,
        view,
        example: exampleCase,
        longest: DOCUMENT_TEXT,
      });
      if (text === undefined) throw unfit(problem);
      work.record({
        type: 'escalations.template-filled',
        subject: subjectOf(row.id),
        why: template.id,
        publish: false,
      });
      return {
        templateId: template.id,
        title: template.title,
        body: tidy(text),
        missing: missingFields(template, view),
      };
    });
  }

  private organisationOf(personId: string): string {
    const { people } = this.context.hub;
    const [organisationId] = people.byId(personId)?.organisationIds ?? [];
    if (!organisationId) return '';
    return people.organisation(organisationId)?.name ?? '';
  }
}

/** A template that is offered for a case. @throws HubInputError otherwise */
export function templateFor(
  templates: CaseTemplates,
  row: Parameters<CaseTemplates['offered']>[0],
  id: string,
): CaseTemplate {
  const found = templates.offered(row).find(template => template.id === id);
  if (!found) throw unfit('Choose a template that is offered for this case');
  return found;
}

const unfit = (message: string) =>
  new HubInputError({ fields: [{ field: 'body.templateId', message }] });

// Parts that were left out leave their empty lines behind.
const tidy = (text: string) => text.replace(/\n{3,}/g, '\n\n').trim();

const summary = (template: CaseTemplate): CaseTemplateSummary => ({
  id: template.id,
  title: template.title,
  description: template.description,
  nations: [...template.nations],
  areas: [...template.areas],
  version: template.version,
  sources: [...(template.sources ?? [])],
  reviewedOn: template.reviewedOn ?? null,
});
