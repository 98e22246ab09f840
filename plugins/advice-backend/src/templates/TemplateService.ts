import { NotFoundError } from '@backstage/errors';
import type {
  Template,
  TemplateChange,
  TemplateInput,
} from '@imsa-hub/advice-common';
import type { DocumentTemplate } from '@imsa-hub/advice-node';
import {
  formatDate,
  KNOWLEDGE_AREA_NAMES,
  londonDateOf,
  NATION_NAMES,
} from '@imsa-hub/core';
import {
  HubInputError,
  StaleError,
  type HubService,
  type LedgerActor,
} from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { QueryRecord } from '@imsa-hub/advice-common';
import { exampleView, type TemplateView } from './TemplateView';
import { renderTemplate } from './renderTemplate';

interface TemplateDbRow {
  id: string;
  version: number;
  title: string;
  body: string;
  nations: Template['nations'];
  areas: Template['areas'];
  kind: Template['kind'];
  retired: boolean;
  changed_by: string;
  changed_at: Date;
}

/** Reply templates: those of the Hub in versions, and those that modules bring. */
export class TemplateService {
  constructor(
    private readonly hub: HubService,
    private readonly builtIn: () => readonly DocumentTemplate[],
  ) {}

  async list(): Promise<Template[]> {
    const rows: TemplateDbRow[] = await this.hub.database
      .from('template')
      .distinctOn('id')
      .orderBy(['id', { column: 'version', order: 'desc' }])
      .limit(500);
    return [
      ...rows.map(row => this.present(row)),
      ...this.builtIn().map(presentBuiltIn),
    ].sort((a, b) => a.title.localeCompare(b.title, 'en-GB'));
  }

  async versions(templateId: string): Promise<Template[]> {
    const rows: TemplateDbRow[] = await this.hub.database
      .from('template')
      .where({ id: templateId })
      .orderBy('version', 'desc')
      .limit(200);
    if (rows.length > 0) return rows.map(row => this.present(row));
    const builtIn = this.builtIn().find(template => template.id === templateId);
    if (!builtIn) throw new NotFoundError();
    return [presentBuiltIn(builtIn)];
  }

  async create(input: {
    person: PersonContext;
    actor: LedgerActor;
    template: TemplateInput;
  }): Promise<Template> {
    this.check(input.template.body);
    return this.hub.work.run(input.actor, async work => {
      const row = {
        ...columns(input.template),
        id: work.newId(),
        version: 1,
        retired: false,
        changed_by: input.person.id,
        changed_at: new Date(work.now),
      };
      await work.trx.table('template').insert(row);
      work.record({
        type: 'advice.template-added',
        subject: `advice-template:${row.id}`,
        after: row,
      });
      return this.present(row);
    });
  }

  async change(input: {
    person: PersonContext;
    actor: LedgerActor;
    templateId: string;
    change: TemplateChange;
  }): Promise<Template> {
    const { templateId, change } = input;
    this.check(change.body);
    return this.hub.work.run(input.actor, async work => {
      await work.trx.raw(
        'select pg_advisory_xact_lock(hashtextextended(?, 0))',
        [`template ${templateId}`],
      );
      const current: TemplateDbRow | undefined = await work.trx
        .from('template')
        .where({ id: templateId })
        .orderBy('version', 'desc')
        .first();
      if (!current) throw new NotFoundError();
      if (current.version !== change.version) {
        throw new StaleError({
          message:
            'Somebody changed this template while you were working on it. What you typed is kept; look at the newer version, then try again.',
          current: this.present(current),
          reading: null,
        });
      }
      const row = {
        ...columns(change),
        id: templateId,
        version: current.version + 1,
        retired: change.retired,
        changed_by: input.person.id,
        changed_at: new Date(work.now),
      };
      await work.trx.table('template').insert(row);
      work.record({
        type: 'advice.template-changed',
        subject: `advice-template:${templateId}`,
        before: current,
        after: row,
      });
      return this.present(row);
    });
  }

  /** Fills a template, or says what is wrong with it. */
  preview(body: string, view: TemplateView = exampleView) {
    const { text, problem } = renderTemplate({ body, view });
    return { text: text ?? null, problem: problem ?? null };
  }

  /** The newest version of a template, filled from a query. */
  async fill(input: { templateId: string; view: TemplateView }) {
    const [template] = await this.versions(input.templateId);
    if (!template || template.retired) throw new NotFoundError();
    const { text, problem } = renderTemplate({
      body: template.body,
      view: input.view,
    });
    if (text === undefined) {
      throw new HubInputError({
        fields: [{ field: 'body.templateId', message: problem ?? '' }],
      });
    }
    return {
      text,
      templateId: template.id,
      templateVersion: template.version,
    };
  }

  private check(body: string): void {
    const { problem } = renderTemplate({ body, view: exampleView });
    if (problem) {
      throw new HubInputError({
        fields: [{ field: 'body.body', message: problem }],
      });
    }
  }

  private present(row: TemplateDbRow): Template {
    return {
      id: row.id,
      version: row.version,
      title: row.title,
      body: row.body,
      nations: row.nations,
      areas: row.areas,
      kind: row.kind,
      retired: row.retired,
      origin: 'hub',
      changedBy: this.hub.people.nameOf(row.changed_by),
      changedAt: row.changed_at.toISOString(),
    };
  }
}

/** What a template is filled from, of a record in the writer's hands. */
export function viewOf(record: QueryRecord, adviser: string): TemplateView {
  return {
    reference: record.reference,
    nation: NATION_NAMES[record.nation],
    areas: record.areas.map(area => KNOWLEDGE_AREA_NAMES[area]).join(' and '),
    received: formatDate(londonDateOf(record.receivedAt)),
    today: formatDate(londonDateOf(new Date().toISOString())),
    adviser,
    professional: record.professionalRole ?? '',
    limits: record.limits.flatMap(limit =>
      limit.limit
        ? [{ title: limit.title, date: formatDate(limit.limit) }]
        : [],
    ),
  };
}

function columns(template: TemplateInput) {
  const { title, body, nations, areas, kind } = template;
  return { title, body, nations, areas, kind };
}

function presentBuiltIn(template: DocumentTemplate): Template {
  return {
    ...template,
    nations: [...template.nations],
    areas: [...template.areas],
    retired: false,
    origin: 'built-in',
    changedBy: null,
    changedAt: '2026-11-23T00:00:00.000Z',
  };
}
