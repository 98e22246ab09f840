import type {
  AddEventRequest,
  CorrectEventRequest,
} from '@imsa-hub/advice-common';
import type { Work } from '@imsa-hub/core-node';
import {
  correctEvent,
  happenedOf,
  refuseUnlikelyEvent,
  sayEvent,
  type KeptEvent,
} from '@imsa-hub/deadlines-node';
import type { AdviceContext } from '../AdviceContext';
import { assessTogether } from './assessTogether';
import { lockWithSurvivor } from './lockTogether';
import type { ChangeInput, QueryChanges } from './QueryChanges';
import type { QueryDbRow } from './QueryRow';
import { workOutSurvivorAgain } from './workOutAgain';

/**
 * What happened, after the question was asked: more of it, put right or struck
 * out. Limits, urgency and the place in the queue are worked out anew with each
 * change, also those of a query that this one was merged into.
 */
export class EventService {
  constructor(
    private readonly context: AdviceContext,
    private readonly changes: QueryChanges,
  ) {}

  async add(input: ChangeInput & { request: AddEventRequest }) {
    const { limits } = this.context;
    const { reason } = input.request;
    const item = happenedOf(input.request);
    await this.changes.make({
      ...input,
      action: 'add-event',
      reason,
      before: await lockWithSurvivor(this.context, input.id),
      apply: async ({ work, row }) => {
        refuseUnlikelyEvent({ limits, event: item, now: work.now });
        return {
          patch: await this.keep({ input, work, row, event: { item } }),
          entries: [
            {
              kind: 'move',
              summary: 'Added an event',
              body: `${sayEvent(limits, item)}\n\nWhy: ${reason}`,
              words: reason,
            },
          ],
          record: { type: 'advice.event-added', why: item.ruleId },
        };
      },
    });
  }

  /** Puts an event right or strikes it out; what it said before stays. */
  async correct(input: ChangeInput & { request: CorrectEventRequest }) {
    const { limits, store } = this.context;
    const { request } = input;
    const { reason } = request;
    await this.changes.make({
      ...input,
      action: 'correct-event',
      reason,
      before: await lockWithSurvivor(this.context, input.id),
      apply: async ({ work, row }) => {
        const { strikes, before, next } = correctEvent({
          limits,
          events: await store.keptEvents(work.trx, row.id),
          request,
          now: work.now,
          noun: 'query',
        });
        return {
          patch: await this.keep({ input, work, row, event: next }),
          entries: [
            {
              kind: 'move',
              summary: strikes ? 'Struck out an event' : 'Corrected an event',
              body: [
                ...(strikes ? [] : [sayEvent(limits, next.item)]),
                `It said before: ${sayEvent(limits, before)}`,
                `Why: ${reason}`,
              ].join('\n\n'),
              words: reason,
            },
          ],
          record: {
            type: strikes ? 'advice.event-struck' : 'advice.event-corrected',
            why: before.ruleId,
          },
        };
      },
    });
  }

  /** Keeps the event; answers where the query stands with it. */
  private async keep(change: {
    input: ChangeInput;
    work: Work;
    row: QueryDbRow;
    event: Pick<KeptEvent, 'item'> & Partial<KeptEvent>;
  }) {
    const { input, work, row, event } = change;
    const { store } = this.context;
    const { trx, now } = work;
    await store.addEvent({
      trx,
      queryId: row.id,
      event,
      by: input.person.id,
      at: now,
    });
    await workOutSurvivorAgain(this.context, {
      work,
      row,
      summary:
        'The legal limits were worked out again: an event of a query merged into this one changed',
    });
    return assessTogether(this.context, { knex: trx, row, now });
  }
}
