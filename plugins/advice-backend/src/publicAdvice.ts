import { ConflictError } from '@backstage/errors';
import {
  allowedActions,
  decide,
  formatMoment,
  londonDateOf,
  type Nation,
} from '@imsa-hub/core';
import type { LedgerActor, Work } from '@imsa-hub/core-node';
import type { QueryAction } from '@imsa-hub/advice-common';
import type { AdviceContext } from './AdviceContext';
import type { PublicAdvice, PublicConversation, PublicMessage } from './public';
import type { IntakeService } from './queries/IntakeService';
import { subjectOf } from './queries/QueryChanges';
import type { QueryPresenter } from './queries/QueryPresenter';
import type { EntryDbRow, QueryDbRow, QueryPatch } from './queries/QueryRow';
import {
  queryFlow,
  queryFlowWords,
  type QueryFlowContext,
} from './queries/queryFlow';
import {
  SECOND_OPINION_SUMMARY,
  type AskerService,
} from './queries/AskerService';

// Whoever holds the code is the asker, and nobody else.
const AS_ASKER: QueryFlowContext = {
  works: false,
  triages: false,
  isAsker: true,
  isAssignee: false,
  isAuthor: false,
  otherReaderNamed: false,
  hasDraft: false,
  needsSecondReader: true,
  clockStopped: false,
  immigrationGate: undefined,
  authorGate: undefined,
  answeredBefore: false,
  replied: false,
  survivorClosed: false,
  raisesCases: false,
  isCase: false,
  destroyed: false,
};

/** What the public pages ask of the advice line. See {@link PublicAdvice}. */
export function createPublicAdvice(parts: {
  context: AdviceContext;
  intake: IntakeService;
  asker: AskerService;
  presenter: QueryPresenter;
}): PublicAdvice {
  const { context, intake, asker, presenter } = parts;
  const { hub, store, limits, clock } = context;

  return {
    async submit({ question, receiptCode, request }) {
      const taken = await intake.take(hub.publicActor(request), {
        question,
        channel: 'public-form',
        askerKind: question.askerKind,
        raisedBy: null,
        subjectOrganisationId: null,
        code: receiptCode,
      });
      return { receiptCode, repeated: taken.repeated };
    },
    conversation: ({ receiptCode, request }) =>
      hub.work.run(hub.publicActor(request), async work => {
        const row = await find(work, receiptCode);
        if (!row) return refused(work);
        work.record({
          type: 'advice.reply-read-by-code',
          subject: subjectOf(row.id),
          publish: false,
        });
        return converse(work, row);
      }),
    writeBack: ({ receiptCode, body, requestKey, request }) =>
      change({
        receiptCode,
        actor: hub.publicActor(request),
        action: 'follow-up',
        type: 'advice.follow-up',
        requestKey,
        body,
        patch: (work, row) => asker.afterAskerWrote({ work, row }, body),
      }),
    secondOpinion: ({ receiptCode, reason, requestKey, request }) =>
      change({
        receiptCode,
        actor: hub.publicActor(request),
        action: 'second-opinion',
        type: 'advice.second-opinion-asked',
        requestKey,
        body: reason,
        patch: async (work, row) => asker.anotherAdviser(row, work.now),
      }),
    feedback: ({ receiptCode, helped, request }) =>
      change({
        receiptCode,
        actor: hub.publicActor(request),
        action: 'feedback',
        type: 'advice.feedback',
        patch: async () => ({ helped }),
      }),
    limits: ({ nation, events }) => limits.limits({ nation, events }),
    eventProblems: event =>
      limits.problems({
        event,
        today: londonDateOf(new Date().toISOString()),
      }),
    eventChoices: nation => limits.choices(nation),
    expectedReply: nation => due(nation),
  };

  function due(nation: Nation): string {
    const { firstReplyDueAt } = clock.targets({
      nation,
      receivedAt: new Date().toISOString(),
    });
    return formatMoment(firstReplyDueAt);
  }

  async function find(work: Work, code: string) {
    return store.load({
      knex: work.trx,
      where: {},
      filter: select =>
        void select.whereIn('query.receipt_hash', context.receiptHashes(code)),
      lock: true,
    });
  }

  // Of nobody: the code stands nowhere, and the address only as a keyed hash.
  function refused(work: Work): undefined {
    work.record({
      type: 'advice.refused',
      subject: 'receipt-code',
      why: 'no such receipt code',
      publish: false,
    });
    return undefined;
  }

  async function change(input: {
    receiptCode: string;
    actor: LedgerActor;
    action: QueryAction;
    type: string;
    requestKey?: string;
    body?: string;
    patch(work: Work, row: QueryDbRow): Promise<QueryPatch>;
  }): Promise<PublicConversation | undefined> {
    return hub.work.run(input.actor, async work => {
      const row = await find(work, input.receiptCode);
      if (!row) return refused(work);
      if (input.requestKey && (await known(work, row, input.requestKey))) {
        return converse(work, row);
      }
      const decision = decide({
        flow: queryFlow,
        words: queryFlowWords,
        status: row.status,
        action: input.action,
        reason: input.body,
        context: await askerOf(work, row),
      });
      if (!decision.allowed) throw new ConflictError(decision.why);
      const patch = {
        status: decision.to,
        ...(await input.patch(work, row)),
      };
      await store.save({ trx: work.trx, row, patch });
      if (input.body) {
        await addMessage(work, row, { ...input, text: input.body });
      }
      work.record({
        type: input.type,
        subject: subjectOf(row.id),
        after: patch,
      });
      const saved = await find(work, input.receiptCode);
      return saved && converse(work, saved);
    });
  }

  async function askerOf(
    work: Work,
    row: QueryDbRow,
  ): Promise<QueryFlowContext> {
    return {
      ...AS_ASKER,
      replied: row.first_replied_at !== null,
      survivorClosed: await store.isSurvivorClosed(work.trx, row),
      destroyed: row.destroyed_at !== null,
    };
  }

  async function known(work: Work, row: QueryDbRow, requestKey: string) {
    const [entry] = await work.trx
      .from('query_entry')
      .where({ request_key: `${row.id}:${requestKey}` })
      .select('id');
    return entry !== undefined;
  }

  async function addMessage(
    work: Work,
    row: QueryDbRow,
    said: { action: QueryAction; text: string; requestKey?: string },
  ): Promise<void> {
    const { action, text, requestKey } = said;
    const id = work.newId();
    await store.addEntry({
      trx: work.trx,
      queryId: row.id,
      at: work.now,
      entry: {
        id,
        kind: 'from-asker',
        summary:
          action === 'second-opinion' ? SECOND_OPINION_SUMMARY : undefined,
        staff_only: false,
        request_key: requestKey ? `${row.id}:${requestKey}` : null,
        sealed_body: await hub.sealing.seal({
          trx: work.trx,
          caseId: row.id,
          table: 'query_entry',
          column: 'sealed_body',
          row: id,
          text,
        }),
      },
    });
  }

  async function converse(
    work: Work,
    row: QueryDbRow,
  ): Promise<PublicConversation> {
    const entries = (await store.entries(work.trx, row.id)).filter(
      entry => !entry.staff_only,
    );
    const events = await store.events(work.trx, row.id);
    const flowContext = await askerOf(work, row);
    const allowed = new Set(
      allowedActions({
        flow: queryFlow,
        status: row.status,
        context: flowContext,
      }),
    );
    const waits = row.open && row.first_replied_at === null;
    return {
      askedAt: row.received_at.toISOString(),
      nation: row.nation,
      status:
        row.status === 'merged' && flowContext.survivorClosed
          ? 'closed'
          : row.status,
      question: await presenter.content.open(
        work.trx,
        row.id,
        'query',
        'sealed_question',
        row.id,
        row.sealed_question,
      ),
      messages: await Promise.all(entries.map(entry => message(work, entry))),
      expectedReply:
        waits && !row.stopped_at
          ? formatMoment(row.due_at.toISOString())
          : null,
      limits: limits.limits({ nation: row.nation, events }),
      helped: row.helped,
      allowed: {
        writeBack: allowed.has('follow-up'),
        secondOpinion: allowed.has('second-opinion'),
        feedback: allowed.has('feedback'),
      },
    };
  }

  async function message(
    work: Work,
    entry: EntryDbRow,
  ): Promise<PublicMessage> {
    const shown = await presenter.content.entry(work.trx, entry);
    return {
      id: shown.id,
      at: shown.at,
      from: shown.kind === 'from-asker' ? 'asker' : 'adviser',
      text: shown.body ?? '',
      cites: shown.cites,
    };
  }
}
