import { isDeepStrictEqual } from 'node:util';
import { londonDateOf } from '@imsa-hub/core';
import { HubInputError, refuseIf } from '@imsa-hub/core-node';
import type {
  AddEventRequest,
  CorrectEventRequest,
} from '@imsa-hub/escalations-common';
import type { EscalationContext } from '../EscalationContext';
import type {
  ChangeInput,
  EscalationChanges,
} from '../escalations/EscalationChanges';
import { EVENTS, idOf, nextPlace, readEvents, type CaseEvent } from '../lists';

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
    const event = happened(input.request);
    await this.changes.make({
      ...input,
      action: 'add-event',
      apply: async ({ work, row, seal }) => {
        this.check(event, work.now);
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
        const events = await readEvents(work.trx, row.id);
        const known = events.find(event => idOf(event) === request.eventId);
        refuseIf(!known || known.struck, {
          field: 'body.eventId',
          message: known
            ? 'This event is struck out. Add it again if it did happen.'
            : 'Choose an event of this case',
        });
        const strikes = request.what === 'strike-out';
        const before = known?.item as CaseEvent;
        const after = strikes ? before : happened(request);
        if (!strikes) {
          this.check(after, work.now);
          refuseIf(isDeepStrictEqual(before, after), {
            field: 'body.date',
            message: 'This is what it says already',
          });
        }
        await EVENTS.write({
          trx: work.trx,
          escalationId: row.id,
          place: known?.place ?? 0,
          version: (known?.version ?? 0) + 1,
          struck: strikes,
          item: after,
          personId: input.person.id,
          now: work.now,
          seal,
        });
        const words = (event: CaseEvent) => EVENTS.words(this.context, event);
        return {
          entries: [
            {
              kind: 'event',
              summary: strikes ? 'Struck out an event' : 'Corrected an event',
              text: `${strikes ? '' : `${words(after)}\n\n`}Why: ${reason}`,
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

  private check(event: CaseEvent, now: string): void {
    const problems = this.context
      .limits()
      .problems({ event, today: londonDateOf(now) });
    if (problems.length === 0) return;
    throw new HubInputError({
      fields: problems.map(({ field, message }) => ({
        field: `body.${field}`,
        message,
      })),
    });
  }
}

/** As it is kept: without further dates where there are none. */
const happened = ({
  ruleId,
  date,
  facts,
}: Pick<AddEventRequest, 'ruleId' | 'date' | 'facts'>): CaseEvent => ({
  ruleId,
  date,
  ...(Object.keys(facts).length > 0 ? { facts } : {}),
});
