import { NotFoundError } from '@backstage/errors';
import type {
  BeginDraftRequest,
  Draft,
  DraftList,
  SavePageRequest,
} from '@imsa-hub/escalations-common';
import { checkAnswers, type JourneyAnswers } from '@imsa-hub/core';
import {
  HubInputError,
  StaleError,
  type LedgerActor,
} from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import { draftSubjectOf, type EscalationContext } from '../EscalationContext';
import type { FromQueryService } from '../fromQuery/FromQueryService';
import { refused, type DraftAnswers } from './DraftAnswers';
import type { DraftPresenter } from './DraftPresenter';
import type { DraftDbRow, DraftStore } from './DraftStore';

/** Most drafts that one person keeps at a time. */
const MOST_DRAFTS = 50;

/**
 * Drafts of escalations. A draft is its author's alone: nobody else can read,
 * find or count it, whatever their role.
 */
export class DraftService {
  constructor(
    private readonly context: EscalationContext,
    private readonly store: DraftStore,
    private readonly checks: DraftAnswers,
    private readonly presenter: DraftPresenter,
    private readonly fromQuery: FromQueryService,
  ) {}

  /**
   * Begins a draft; the same request key answers with the same draft, and so
   * does the case that it mends.
   */
  async begin(input: {
    person: PersonContext;
    actor: LedgerActor;
    request: BeginDraftRequest;
    /** Of a case that was returned: which one, and what it says. */
    escalationId?: string;
    answers?: JourneyAnswers;
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
    const queryId = request.fromQueryId;
    const known = queryId
      ? await this.fromQuery.answers({ person, actor: input.actor, queryId })
      : (input.answers ?? {});
    return hub.work.run(input.actor, async work => {
      const key = { author_id: person.id, request_key: request.requestKey };
      await work.trx.raw(
        'select pg_advisory_xact_lock(hashtextextended(?, 0))',
        [`escalation draft ${person.id}`],
      );
      const before = await work.trx
        .table('draft')
        .where(key)
        .modify(builder => {
          if (!input.escalationId) return;
          void builder.orWhere({
            author_id: person.id,
            escalation_id: input.escalationId,
          });
        })
        .first('id');
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
      const { answers } = checkAnswers({
        pages: types.pagesOf(request.type),
        answers: known,
        complete: false,
      });
      await work.trx.table('draft').insert({
        ...key,
        id,
        type: request.type,
        escalation_id: input.escalationId ?? null,
        from_query_id: queryId,
        created_at: work.now,
        saved_at: work.now,
        sealed_answers: await this.store.seal(work.trx, id, answers),
        sealed_basis: input.escalationId
          ? await this.store.seal(work.trx, id, answers, 'sealed_basis')
          : null,
      });
      work.record({
        type: 'escalations.draft-begun',
        subject: draftSubjectOf(id),
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
    const saved = await hub.work.run(input.actor, async work => {
      const row = await this.store.lock(work.trx, input);
      if (row.version !== request.version) {
        throw new StaleError({
          message:
            'This draft was changed in another window. What you typed is kept; look at the newer version, then save again.',
          current: await this.presenter.present(work.trx, { person, row }),
          // What somebody wrote themselves, and nobody else sees.
          reading: null,
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
        ...this.checks.unknownChoices(given.answers),
      ];
      if (problems.length > 0) throw refused(problems);
      const kept = Object.fromEntries(
        Object.entries(await this.store.answers(work.trx, row)).filter(
          ([name]) => !page.fields.some(field => field.name === name),
        ),
      );
      const { answers } = checkAnswers({
        pages,
        answers: { ...kept, ...given.answers },
        complete: false,
      });
      const stamp = { version: row.version + 1, saved_at: new Date(work.now) };
      const sealed = await this.store.seal(work.trx, row.id, answers);
      await work.trx
        .table('draft')
        .where({ id: row.id })
        .update({ ...stamp, sealed_answers: sealed });
      work.record({
        type: 'escalations.draft-saved',
        subject: draftSubjectOf(row.id),
        publish: false,
      });
      return { ...row, ...stamp, sealed_answers: sealed };
    });
    return this.shown(person, saved);
  }

  async read(input: {
    person: PersonContext;
    draftId: string;
  }): Promise<Draft> {
    const knex = this.context.hub.database;
    return this.shown(input.person, await this.store.find(knex, input));
  }

  /** Which returned cases a person is mending already. */
  async mending(person: PersonContext): Promise<ReadonlySet<string>> {
    const { database } = this.context.hub;
    const rows = await this.store.all(database, person.id, MOST_DRAFTS);
    return new Set(rows.flatMap(row => row.escalation_id ?? []));
  }

  /** A person's drafts, latest first. */
  async list(person: PersonContext): Promise<DraftList['drafts']> {
    const { hub, types } = this.context;
    const rows = await this.store.all(hub.database, person.id, MOST_DRAFTS);
    const drafts = await Promise.all(
      rows.map(async row => {
        const answers = await this.store
          .answers(hub.database, row)
          .catch(unlessGone);
        if (!answers) return [];
        const { caseReference } = answers;
        return {
          id: row.id,
          typeTitle: types.byId(row.type).title,
          caseReference:
            typeof caseReference === 'string' ? caseReference : null,
          savedAt: row.saved_at.toISOString(),
          returned: row.escalation_id !== null,
        };
      }),
    );
    return drafts.flat();
  }

  /** Deletes a draft and the key of its content. */
  async discard(input: {
    person: PersonContext;
    actor: LedgerActor;
    draftId: string;
  }): Promise<void> {
    await this.context.hub.work.run(input.actor, async work => {
      const row = await this.store.lock(work.trx, input);
      await this.store.remove(work, row.id);
      work.record({
        type: 'escalations.draft-deleted',
        subject: draftSubjectOf(row.id),
        publish: false,
      });
    });
  }

  private async shown(person: PersonContext, row: DraftDbRow): Promise<Draft> {
    const knex = this.context.hub.database;
    return {
      ...(await this.presenter.present(knex, { person, row })),
      fromQuery: await this.fromQuery.see(person, row.from_query_id),
    };
  }
}

/** A draft that went meanwhile is no draft any more, and no mistake. */
function unlessGone(error: unknown): undefined {
  if (error instanceof NotFoundError) return undefined;
  throw error;
}
