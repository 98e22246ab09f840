import {
  CoreAnswersSchema,
  type CoreAnswers,
} from '@imsa-hub/escalations-common';
import {
  checkConfidentiality,
  humanReference,
  type JourneyAnswers,
} from '@imsa-hub/core';
import { StaleError, type LedgerActor, type Work } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import { subjectOf, type EscalationContext } from '../EscalationContext';
import type { EscalationChanges } from '../escalations/EscalationChanges';
import { entering } from '../escalations/EscalationChanges';
import { pressing } from '../escalations/pressing';
import { CORE_PAGES } from './corePages';
import { refused, type DraftDbRow, type DraftService } from './DraftService';

/**
 * Raises a draft, or raises again what was returned. What was asked and
 * answered is frozen as it was worded.
 */
export class SubmitService {
  constructor(
    private readonly context: EscalationContext,
    private readonly drafts: DraftService,
    private readonly changes: EscalationChanges,
  ) {}

  async submit(input: {
    person: PersonContext;
    actor: LedgerActor;
    draftId: string;
    version: number;
  }): Promise<{ id: string; reference: string }> {
    const { hub } = this.context;
    const { person, actor } = input;
    const row = await this.ready(input);
    if (row.escalation_id) return this.again({ ...input, row });
    return hub.work.run(actor, async work => {
      const draft = await this.drafts.lock(work, input);
      this.requireVersion(draft, input.version);
      const answers = await this.drafts.answers(work.trx, draft);
      const id = work.newId();
      const reference = humanReference('ESC');
      await hub.sealing.openCase({ trx: work.trx, caseId: id });
      await this.insert({ work, person, id, reference, draft, answers });
      await this.freeze({ work, person, id, number: 1, draft, answers });
      await this.drafts.remove(work, draft.id);
      work.record({
        type: 'escalations.raised',
        subject: subjectOf(id),
        after: { type: draft.type, status: 'raised' },
      });
      return { id, reference };
    });
  }

  /** Whether the draft can be raised at all. @throws HubInputError otherwise */
  private async ready(input: {
    person: PersonContext;
    draftId: string;
    version: number;
  }): Promise<DraftDbRow> {
    const { hub } = this.context;
    return hub.database.transaction(async trx => {
      const row = await this.drafts.lock({ trx } as Work, input);
      this.requireVersion(row, input.version);
      const answers = await this.drafts.answers(trx, row);
      const problems = await this.drafts.problems({
        person: input.person,
        type: row.type,
        answers,
      });
      if (problems.length > 0) throw refused(problems);
      return row;
    });
  }

  private async again(input: {
    person: PersonContext;
    actor: LedgerActor;
    draftId: string;
    version: number;
    row: DraftDbRow;
  }): Promise<{ id: string; reference: string }> {
    const { person, row } = input;
    const id = row.escalation_id ?? '';
    let reference = '';
    await this.changes.make({
      person,
      actor: input.actor,
      id,
      version: 0,
      anyVersion: true,
      action: 'submit',
      apply: async ({ work, row: before, seal }) => {
        reference = before.reference;
        const draft = await this.drafts.lock(work, input);
        this.requireVersion(draft, input.version);
        const answers = await this.drafts.answers(work.trx, draft);
        const core = CoreAnswersSchema.parse(answers);
        const { number } = await work.trx
          .table('submission')
          .where({ escalation_id: id })
          .max('number as number')
          .first();
        await this.freeze({
          work,
          person,
          id,
          number: Number(number) + 1,
          draft,
          answers,
        });
        await this.lists({ work, person, id, core, again: true });
        await this.statements({ work, person, id, core });
        await this.drafts.remove(work, draft.id);
        return {
          patch: {
            ...plainColumns(core),
            ...(await this.sealedColumns(id, draft.type, answers, seal)),
            sealed_returned_for: null,
            marked: markedIn(answers),
          },
          entries: [{ kind: 'move', summary: 'Raised it again' }],
          record: { type: 'escalations.raised-again' },
        };
      },
    });
    return { id, reference };
  }

  private async insert(input: {
    work: Work;
    person: PersonContext;
    id: string;
    reference: string;
    draft: DraftDbRow;
    answers: JourneyAnswers;
  }): Promise<void> {
    const { work, person, id, draft, answers } = input;
    const { store, types } = this.context;
    const core = CoreAnswersSchema.parse(answers);
    const stamped = entering(this.context, {
      row: { type: draft.type, nation: core.nation, risks: core.risks },
      to: 'raised',
      now: work.now,
    });
    const seal = (table: string, column: string, row: string, text: string) =>
      this.seal(work, id, { table, column, row }, text);
    await work.trx.table('escalation').insert({
      id,
      reference: input.reference,
      type: draft.type,
      status: 'raised',
      level: types.byId(draft.type).level ?? 'senior-imsa',
      ...plainColumns(core),
      raised_by: person.id,
      raised_at: work.now,
      lead_id: person.id,
      from_query_id: draft.from_query_id,
      ...stamped,
      ...pressing(this.context, {
        nation: core.nation,
        risks: core.risks,
        events: core.events,
        dueAt: stamped.state_due_at?.toISOString() ?? null,
        now: work.now,
      }),
      marked: JSON.stringify(markedIn(answers)),
      ...(await this.sealedColumns(id, draft.type, answers, seal)),
    });
    for (const part of ['raiser', 'lead'] as const) {
      await store.addPart({
        trx: work.trx,
        escalationId: id,
        personId: person.id,
        part,
        since: work.now,
      });
    }
    await this.lists({ work, person, id, core, again: false });
    await this.statements({ work, person, id, core });
    await store.addEntry({
      trx: work.trx,
      escalationId: id,
      at: work.now,
      byId: person.id,
      summary: 'Raised it',
    });
  }

  private async sealedColumns(
    id: string,
    type: string,
    answers: JourneyAnswers,
    seal: (
      table: string,
      column: string,
      row: string,
      text: string,
    ) => Promise<string>,
  ) {
    const core = CoreAnswersSchema.parse(answers);
    const one = (column: string, text: string) =>
      seal('escalation', column, id, text);
    const some = async (column: string, text: string) =>
      text ? one(column, text) : null;
    const ownPages = new Set(CORE_PAGES.map(page => page.id));
    const extra = this.drafts
      .inWords(type, answers)
      .filter(page => !ownPages.has(page.page))
      .flatMap(page =>
        page.answers.map(({ label, text }) => ({ label, text })),
      );
    return {
      sealed_asked_of_hub: await one('sealed_asked_of_hub', core.askedOfHub),
      sealed_options_explained: await one(
        'sealed_options_explained',
        core.optionsExplained,
      ),
      sealed_consent_override: await some(
        'sealed_consent_override',
        core.consentOverride,
      ),
      sealed_nrm_refused_why: await some(
        'sealed_nrm_refused_why',
        core.nrmRefusedWhy,
      ),
      sealed_extra:
        extra.length > 0
          ? await one('sealed_extra', JSON.stringify(extra))
          : null,
    };
  }

  /** Keeps what was asked and answered, words included. */
  private async freeze(input: {
    work: Work;
    person: PersonContext;
    id: string;
    number: number;
    draft: DraftDbRow;
    answers: JourneyAnswers;
  }): Promise<void> {
    const { work, id, number } = input;
    const pages = this.drafts.inWords(input.draft.type, input.answers);
    await work.trx.table('submission').insert({
      escalation_id: id,
      number,
      at: work.now,
      by_id: input.person.id,
      sealed_pages: await this.seal(
        work,
        id,
        {
          table: 'submission',
          column: 'sealed_pages',
          row: `${id}.${number}`,
        },
        JSON.stringify(pages),
      ),
    });
  }

  /** Events, meetings and requests; of what is raised again only the new ones. */
  private async lists(input: {
    work: Work;
    person: PersonContext;
    id: string;
    core: CoreAnswers;
    again: boolean;
  }): Promise<void> {
    const { work, person, id, core } = input;
    const { trx, now } = work;
    const known = input.again
      ? {
          event: await keysOf(trx, 'event', id, ['rule_id', 'event_date']),
          encounter: await keysOf(trx, 'encounter', id, [
            'met_on',
            'interpreter',
          ]),
          legal: await keysOf(trx, 'legal_request', id, [
            'kind',
            'received_on',
          ]),
        }
      : undefined;
    let place = known?.event.next ?? 0;
    for (const event of core.events) {
      if (known?.event.has([event.ruleId, event.date])) continue;
      await trx.table('event').insert({
        escalation_id: id,
        place,
        rule_id: event.ruleId,
        event_date: event.date,
        added_by: person.id,
        added_at: now,
      });
      place += 1;
    }
    place = known?.encounter.next ?? 0;
    for (const met of core.encounters) {
      if (known?.encounter.has([met.date, met.interpreter])) continue;
      await trx.table('encounter').insert({
        escalation_id: id,
        place,
        met_on: met.date,
        interpreter: met.interpreter,
        recorded_by: person.id,
        recorded_at: now,
        sealed_note: met.note
          ? await this.seal(
              work,
              id,
              {
                table: 'encounter',
                column: 'sealed_note',
                row: `${id}.${place}`,
              },
              met.note,
            )
          : null,
      });
      place += 1;
    }
    place = known?.legal.next ?? 0;
    for (const asked of core.legalRequests) {
      if (known?.legal.has([asked.kind, asked.received])) continue;
      await trx.table('legal_request').insert({
        escalation_id: id,
        place,
        kind: asked.kind,
        received_on: asked.received,
        due_on: asked.due ?? null,
        sealed_from: await this.seal(
          work,
          id,
          {
            table: 'legal_request',
            column: 'sealed_from',
            row: `${id}.${place}`,
          },
          asked.from,
        ),
      });
      place += 1;
    }
  }

  /** A new version of each statement that says something new. */
  private async statements(input: {
    work: Work;
    person: PersonContext;
    id: string;
    core: CoreAnswers;
  }): Promise<void> {
    const { work, person, id, core } = input;
    const said = [
      ['choice', core.choice],
      ['justice', core.justice],
      ['safety-plan', core.safetyPlan],
    ] as const;
    for (const [kind, text] of said) {
      if (!text) continue;
      const newest = await work.trx
        .table('statement')
        .where({ escalation_id: id, kind })
        .orderBy('version', 'desc')
        .first('version', 'sealed_text');
      if (newest) {
        const before = await this.context.hub.sealing.unseal({
          trx: work.trx,
          caseId: id,
          table: 'statement',
          column: 'sealed_text',
          row: `${id}.${kind}.${newest.version}`,
          sealed: newest.sealed_text,
        });
        if (before === text) continue;
      }
      const version = (newest?.version ?? 0) + 1;
      await work.trx.table('statement').insert({
        escalation_id: id,
        kind,
        version,
        said_on: work.now.slice(0, 10),
        recorded_by: person.id,
        recorded_at: work.now,
        sealed_text: await this.seal(
          work,
          id,
          {
            table: 'statement',
            column: 'sealed_text',
            row: `${id}.${kind}.${version}`,
          },
          text,
        ),
      });
    }
  }

  private seal(
    work: Work,
    caseId: string,
    place: { table: string; column: string; row: string },
    text: string,
  ): Promise<string> {
    return this.context.hub.sealing.seal({
      ...place,
      trx: work.trx,
      caseId,
      text,
    });
  }

  private requireVersion(row: DraftDbRow, version: number): void {
    if (row.version === version) return;
    throw new StaleError({
      message:
        'This draft was changed in another window. Look at it again, then raise it.',
    });
  }
}

function plainColumns(core: CoreAnswers) {
  return {
    case_reference: core.caseReference,
    nation: core.nation,
    region: core.region,
    areas: core.areas,
    tier: core.tier,
    risks: core.risks,
    consent: core.consent,
    nrm_consent: core.nrmConsent,
    subject_organisation_id: core.organisation || null,
  };
}

/** What the confidentiality guard noticed in all free text, by kind. */
function markedIn(answers: JourneyAnswers) {
  const counts = new Map<string, number>();
  const texts = Object.values(answers).filter(
    (value): value is string => typeof value === 'string',
  );
  for (const finding of texts.flatMap(text => checkConfidentiality(text))) {
    counts.set(finding.label, (counts.get(finding.label) ?? 0) + 1);
  }
  return [...counts].map(([label, count]) => ({ label, count }));
}

/** What a list of a case holds already, and the next free place. */
async function keysOf(
  trx: Work['trx'],
  table: string,
  escalationId: string,
  columns: readonly [string, string],
) {
  const rows: Array<{ place: number; a: string; b: string }> = await trx
    .table(table)
    .where({ escalation_id: escalationId })
    .select(
      'place',
      trx.raw('??::text as a', [columns[0]]),
      trx.raw('??::text as b', [columns[1]]),
    );
  const keys = new Set(rows.map(row => `${row.a} ${row.b}`));
  return {
    has: (values: readonly [string, string]) => keys.has(values.join(' ')),
    next: Math.max(-1, ...rows.map(row => row.place)) + 1,
  };
}
