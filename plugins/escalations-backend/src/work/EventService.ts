import {
  correctEvent,
  happenedOf,
  refuseUnlikelyEvent,
  type KeptHappened,
} from '@imsa-hub/deadlines-node';
import type {
  AddEventRequest,
  CorrectEventRequest,
} from '@imsa-hub/escalations-common';
import type { EscalationContext } from '../EscalationContext';
import type {
  ChangeInput,
  EscalationChanges,
} from '../escalations/EscalationChanges';
import { EVENTS, nextPlace, readEvents } from '../lists';

/**
 * What happened to the survivor. The limits that follow, the case's place on
 * the board and what is told of it are worked out anew with each change.
 */
export class EventService {
  constructor(
    private readonly context: EscalationContext,
    private readonly changes: EscalationChanges,
  ) {}

  async add(input: ChangeInput & { request: AddEventRequest }) {
    const event = happenedOf(input.request);
    await this.changes.make({
      ...input,
      action: 'add-event',
      apply: async ({ work, row, seal }) => {
        const limits = this.context.limits();
        refuseUnlikelyEvent({ limits, event, now: work.now });
        await EVENTS.write({
          trx: work.trx,
          escalationId: row.id,
          place: await nextPlace(work.trx, 'event', row.id),
          version: 1,
          struck: false,
          item: event,
          personId: input.person.id,
          now: work.now,
          seal,
        });
        return {
          entries: [
            {
              kind: 'event',
              summary: `Added an event: ${EVENTS.words(this.context, event)}`,
            },
          ],
          record: { type: 'escalations.event-added', why: event.ruleId },
        };
      },
    });
  }

  /** Puts an event right or strikes it out; what it said before stays. */
  async correct(input: ChangeInput & { request: CorrectEventRequest }) {
    const { request } = input;
    const { reason } = request;
    await this.changes.make({
      ...input,
      action: 'correct-event',
      reason,
      apply: async ({ work, row, seal }) => {
        const { strikes, before, next } = correctEvent({
          limits: this.context.limits(),
          events: await readEvents(work.trx, row.id),
          request,
          now: work.now,
          noun: 'case',
        });
        await EVENTS.write({
          trx: work.trx,
          escalationId: row.id,
          ...next,
          personId: input.person.id,
          now: work.now,
          seal,
        });
        const words = (event: KeptHappened) =>
          EVENTS.words(this.context, event);
        return {
          entries: [
            {
              kind: 'event',
              summary: strikes ? 'Struck out an event' : 'Corrected an event',
              text: `${strikes ? '' : `${words(next.item)}\n\n`}Why: ${reason}`,
              before: words(before),
            },
          ],
          record: {
            type: strikes
              ? 'escalations.event-struck'
              : 'escalations.event-corrected',
            why: before.ruleId,
          },
        };
      },
    });
  }
}
