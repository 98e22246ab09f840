import { NotFoundError } from '@backstage/errors';
import type {
  BeginDraftRequest,
  Draft,
  SavePageRequest,
} from '@imsa-hub/escalations-common';
import { checkAnswers, type JourneyAnswers } from '@imsa-hub/core';
import {
  HubInputError,
  StaleError,
  type LedgerActor,
} from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { EscalationContext } from '../EscalationContext';
import { refused, type DraftAnswers } from './DraftAnswers';
import type { DraftPresenter } from './DraftPresenter';
import type { DraftStore, OwnDraft } from './DraftStore';

/** Most drafts that one person keeps at a time. */
const MOST_DRAFTS = 50;
const SUBJECT = (draftId: string) => `escalation-draft:${draftId}`;

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
  ) {}

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
        sealed_answers: await this.store.seal(
          work.trx,
          id,
          input.answers ?? {},
        ),
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
      const row = await this.store.lock(work.trx, input);
      if (row.version !== request.version) {
        throw new StaleError({
          message:
            'This draft was changed in another window. What you typed is kept; look at the newer version, then save again.',
          current: await this.presenter.present(work.trx, { person, row }),
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
      const saved = { version: row.version + 1, saved_at: new Date(work.now) };
      const sealed = await this.store.seal(work.trx, row.id, answers);
      await work.trx
        .table('draft')
        .where({ id: row.id })
        .update({ ...saved, sealed_answers: sealed });
      work.record({
        type: 'escalations.draft-saved',
        subject: SUBJECT(row.id),
        publish: false,
      });
      return this.presenter.present(work.trx, {
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
    const row = await this.store.find(knex, input);
    return this.presenter.present(knex, { person: input.person, row });
  }

  /** A person's drafts, latest first. */
  async list(person: PersonContext) {
    const { hub, types } = this.context;
    const rows = await this.store.all(hub.database, person.id, MOST_DRAFTS);
    return {
      drafts: await Promise.all(
        rows.map(async row => {
          const { caseReference } = await this.store.answers(hub.database, row);
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
      const row = await this.store.lock(work.trx, input);
      await this.store.remove(work, row.id);
      work.record({
        type: 'escalations.draft-deleted',
        subject: SUBJECT(row.id),
        publish: false,
      });
    });
  }
}
