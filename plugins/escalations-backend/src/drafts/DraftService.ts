import { NotFoundError } from '@backstage/errors';
import {
  escalationsOverrideConsentPermission,
  type BeginDraftRequest,
  type Draft,
  type SavePageRequest,
} from '@imsa-hub/escalations-common';
import {
  answersInWords,
  checkAnswers,
  reachablePages,
  type AnswerProblem,
  type JourneyAnswers,
} from '@imsa-hub/core';
import {
  HubInputError,
  StaleError,
  type LedgerActor,
  type Work,
} from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { EscalationContext } from '../EscalationContext';

/** A row of `escalations.draft`. */
export interface DraftDbRow {
  id: string;
  version: number;
  type: string;
  author_id: string;
  escalation_id: string | null;
  from_query_id: string | null;
  saved_at: Date;
  sealed_answers: string;
}

/** Most drafts that one person keeps at a time. */
const MOST_DRAFTS = 50;
const SUBJECT = (draftId: string) => `escalation-draft:${draftId}`;

/**
 * Drafts of escalations. A draft is its author's alone: nobody else can read,
 * find or count it, whatever their role.
 */
export class DraftService {
  constructor(private readonly context: EscalationContext) {}

  /** Begins a draft; the same request key answers with the same draft. */
  async begin(input: {
    person: PersonContext;
    actor: LedgerActor;
    request: BeginDraftRequest;
    /** What is known already: from a query, or from what was returned. */
    answers?: JourneyAnswers;
    fromQueryId?: string;
    escalationId?: string;
  }): Promise<{ id: string }> {
    const { hub, types } = this.context;
    const { person, request } = input;
    if (!types.has(request.type)) {
      throw new HubInputError({
        fields: [
          {
            field: 'body.type',
            message: 'Choose a kind of case from the list',
          },
        ],
      });
    }
    return hub.work.run(input.actor, async work => {
      const key = { author_id: person.id, request_key: request.requestKey };
      await work.trx.raw(
        'select pg_advisory_xact_lock(hashtextextended(?, 0))',
        [`escalation draft ${person.id}`],
      );
      const before = await work.trx.table('draft').where(key).first('id');
      if (before) return { id: before.id };
      const kept = await work.trx
        .table('draft')
        .where({ author_id: person.id })
        .limit(MOST_DRAFTS)
        .select('id');
      if (kept.length >= MOST_DRAFTS) {
        throw new StaleError({
          message: `You have ${MOST_DRAFTS} drafts. Finish or delete some, then begin a new one.`,
        });
      }
      const id = work.newId();
      await hub.sealing.openCase({ trx: work.trx, caseId: id });
      await work.trx.table('draft').insert({
        ...key,
        id,
        type: request.type,
        escalation_id: input.escalationId ?? null,
        from_query_id: input.fromQueryId ?? null,
        created_at: work.now,
        saved_at: work.now,
        sealed_answers: await this.seal(work.trx, id, input.answers ?? {}),
      });
      work.record({
        type: 'escalations.draft-begun',
        subject: SUBJECT(id),
        publish: false,
      });
      return { id };
    });
  }

  /** Saves one page: its answers take the place of what that page held. */
  async savePage(input: {
    person: PersonContext;
    actor: LedgerActor;
    draftId: string;
    request: SavePageRequest;
  }): Promise<Draft> {
    const { hub, types } = this.context;
    const { request, person } = input;
    return hub.work.run(input.actor, async work => {
      const row = await this.lock(work, input);
      if (row.version !== request.version) {
        throw new StaleError({
          message:
            'This draft was changed in another window. What you typed is kept; look at the newer version, then save again.',
          current: await this.present(work.trx, { person, row }),
        });
      }
      const pages = types.pagesOf(row.type);
      const page = pages.find(({ id }) => id === request.page);
      if (!page) throw new NotFoundError();
      const given = checkAnswers({
        pages: [{ ...page, showWhen: undefined }],
        answers: request.answers,
        complete: true,
      });
      const problems = [
        ...given.problems,
        ...(await this.unknownChoices(given.answers)),
      ];
      if (problems.length > 0) throw refused(problems);
      const kept = Object.fromEntries(
        Object.entries(await this.answers(work.trx, row)).filter(
          ([name]) => !page.fields.some(field => field.name === name),
        ),
      );
      const { answers } = checkAnswers({
        pages,
        answers: { ...kept, ...given.answers },
        complete: false,
      });
      const saved = { version: row.version + 1, saved_at: new Date(work.now) };
      const sealed = await this.seal(work.trx, row.id, answers);
      await work.trx
        .table('draft')
        .where({ id: row.id })
        .update({ ...saved, sealed_answers: sealed });
      work.record({
        type: 'escalations.draft-saved',
        subject: SUBJECT(row.id),
        publish: false,
      });
      return this.present(work.trx, {
        person,
        row: { ...row, ...saved, sealed_answers: sealed },
      });
    });
  }

  async read(input: {
    person: PersonContext;
    draftId: string;
  }): Promise<Draft> {
    const knex = this.context.hub.database;
    const row = await this.find(knex, input);
    return this.present(knex, { person: input.person, row });
  }

  /** A person's drafts, latest first. */
  async list(person: PersonContext) {
    const { hub, types } = this.context;
    const rows: DraftDbRow[] = await hub.database
      .from('draft')
      .where({ author_id: person.id })
      .orderBy('saved_at', 'desc')
      .limit(MOST_DRAFTS);
    return {
      drafts: await Promise.all(
        rows.map(async row => {
          const { caseReference } = await this.answers(hub.database, row);
          return {
            id: row.id,
            typeTitle: types.byId(row.type).title,
            caseReference:
              typeof caseReference === 'string' ? caseReference : null,
            savedAt: row.saved_at.toISOString(),
            returned: row.escalation_id !== null,
          };
        }),
      ),
    };
  }

  /** Deletes a draft and the key of its content. */
  async discard(input: {
    person: PersonContext;
    actor: LedgerActor;
    draftId: string;
  }): Promise<void> {
    await this.context.hub.work.run(input.actor, async work => {
      const row = await this.lock(work, input);
      await this.remove(work, row.id);
      work.record({
        type: 'escalations.draft-deleted',
        subject: SUBJECT(row.id),
        publish: false,
      });
    });
  }

  /** Takes a draft away, its content for good. */
  async remove(work: Work, draftId: string): Promise<void> {
    await work.trx.table('draft').where({ id: draftId }).delete();
    await this.context.hub.sealing.destroyCase({
      trx: work.trx,
      caseId: draftId,
    });
  }

  /** The author's own draft, locked. @throws NotFoundError otherwise */
  async lock(
    work: Work,
    input: { person: PersonContext; draftId: string },
  ): Promise<DraftDbRow> {
    return this.find(work.trx, input, true);
  }

  /** What a draft holds, opened. */
  async answers(knex: Knex, row: DraftDbRow): Promise<Record<string, unknown>> {
    return JSON.parse(
      await this.context.hub.sealing.unseal({
        ...place(row.id),
        trx: knex,
        sealed: row.sealed_answers,
      }),
    );
  }

  /** Everything that keeps a draft from being raised by this person. */
  async problems(input: {
    person: PersonContext;
    type: string;
    answers: JourneyAnswers;
  }): Promise<AnswerProblem[]> {
    const { types, hub } = this.context;
    const { person, answers } = input;
    const { problems } = checkAnswers({
      pages: types.pagesOf(input.type),
      answers,
      complete: true,
    });
    const mayOverride = hub.permissions.may(
      person,
      escalationsOverrideConsentPermission,
    );
    return [
      ...problems,
      ...(await this.unknownChoices(answers)),
      ...(answers.consent === 'not-given' && !mayOverride
        ? [
            {
              page: 'consent',
              field: 'consent',
              message:
                'The survivor has to agree before you can discuss the case with the Hub. If there is a serious risk, ring the Hub and speak to a senior IMSA.',
            },
          ]
        : []),
    ];
  }

  /** What was asked and answered, as it is worded today. */
  inWords(type: string, answers: JourneyAnswers) {
    const { types, hub, limits } = this.context;
    const events = new Map(
      limits()
        .choices()
        .map(choice => [choice.ruleId, choice.event]),
    );
    return answersInWords({
      pages: types.pagesOf(type),
      answers,
      name: (from, value) =>
        from === 'events'
          ? (events.get(value) ?? 'Something that is not in the list any more')
          : (hub.people.organisation(value)?.name ??
            'An organisation that has left'),
    });
  }

  private async present(
    knex: Knex,
    input: { person: PersonContext; row: DraftDbRow },
  ): Promise<Draft> {
    const { types, limits } = this.context;
    const { row, person } = input;
    const answers = await this.answers(knex, row);
    const type = types.byId(row.type);
    const pages = reachablePages(types.pagesOf(row.type), answers);
    const problems = await this.problems({ person, type: row.type, answers });
    const wrong = new Set(problems.map(({ page }) => page));
    const { nation, events } = answers as {
      nation?: never;
      events?: Array<{ ruleId: string; date: string }>;
    };
    return {
      id: row.id,
      version: row.version,
      type: { id: type.id, title: type.title },
      escalationId: row.escalation_id,
      returnedFor: await this.returnedFor(knex, row),
      fromQuery: null,
      pages,
      answers,
      done: pages
        .filter(
          page =>
            !wrong.has(page.id) &&
            page.fields.some(field => answers[field.name] !== undefined),
        )
        .map(({ id }) => id),
      problems,
      inWords: this.inWords(row.type, answers),
      limits: nation ? limits().limits({ nation, events: events ?? [] }) : [],
      savedAt: row.saved_at.toISOString(),
    };
  }

  private async returnedFor(
    knex: Knex,
    row: DraftDbRow,
  ): Promise<string | null> {
    if (!row.escalation_id) return null;
    const returned = await knex
      .from('escalation')
      .where({ id: row.escalation_id, raised_by: row.author_id })
      .first('sealed_returned_for');
    if (!returned?.sealed_returned_for) return null;
    return this.context.hub.sealing.unseal({
      trx: knex,
      caseId: row.escalation_id,
      table: 'escalation',
      column: 'sealed_returned_for',
      row: row.escalation_id,
      sealed: returned.sealed_returned_for,
    });
  }

  private async find(
    knex: Knex,
    input: { person: PersonContext; draftId: string },
    lock = false,
  ): Promise<DraftDbRow> {
    const row = await knex
      .from('draft')
      .where({ id: input.draftId, author_id: input.person.id })
      .modify(builder => {
        if (lock) void builder.forUpdate();
      })
      .first();
    if (!row) throw new NotFoundError();
    return row;
  }

  /** Choices from lists that change: an organisation, what happened. */
  private async unknownChoices(
    answers: JourneyAnswers,
  ): Promise<AnswerProblem[]> {
    const { hub, limits } = this.context;
    const { organisation, events } = answers as {
      organisation?: string;
      events?: Array<{ ruleId: string }>;
    };
    const law = limits();
    return [
      ...(organisation && !hub.people.organisation(organisation)
        ? [
            {
              page: 'organisation',
              field: 'organisation',
              message: 'Choose an organisation of the register, or none',
            },
          ]
        : []),
      ...(events ?? []).flatMap((event, index) =>
        law.isKnown(event.ruleId)
          ? []
          : [
              {
                page: 'events',
                field: `events[${index}].ruleId`,
                message: 'Choose what happened from the list',
              },
            ],
      ),
    ];
  }

  private seal(
    trx: Knex,
    draftId: string,
    answers: JourneyAnswers,
  ): Promise<string> {
    return this.context.hub.sealing.seal({
      ...place(draftId),
      trx,
      text: JSON.stringify(answers),
    });
  }
}

const place = (draftId: string) => ({
  caseId: draftId,
  table: 'draft',
  column: 'sealed_answers',
  row: draftId,
});

/** Problems of answers as those of a request. */
export function refused(problems: readonly AnswerProblem[]): HubInputError {
  return new HubInputError({
    fields: problems.map(({ field, message }) => ({
      field: `body.answers.${field}`,
      message,
    })),
  });
}
