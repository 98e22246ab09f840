import {
  WAIT_CATEGORY_NAMES,
  type WaitRequest,
} from '@imsa-hub/escalations-common';
import { londonDateOf } from '@imsa-hub/core';
import { refuseIf, RETENTION_BEGINS_ANEW } from '@imsa-hub/core-node';
import type { EscalationContext } from '../EscalationContext';
import type {
  ChangeInput,
  EscalationChanges,
} from '../escalations/EscalationChanges';

/** How a case goes on: returned, worked on, waiting, resolved, taken up again. */
export class ProgressService {
  constructor(
    private readonly context: Pick<EscalationContext, 'store'>,
    private readonly changes: EscalationChanges,
  ) {}

  async return(input: ChangeInput & { reason: string }) {
    await this.changes.make({
      ...input,
      action: 'return',
      apply: async ({ work, row, seal }) => {
        // One that was withdrawn and taken up again can have had a handler.
        await this.context.store.endParts({
          trx: work.trx,
          escalationId: row.id,
          until: work.now,
          part: 'handler',
        });
        return {
          patch: {
            handler_id: null,
            sealed_returned_for: await seal(
              'escalation',
              'sealed_returned_for',
              row.id,
              input.reason,
            ),
          },
          entries: [
            {
              kind: 'move',
              summary: 'Returned it to the IMSA',
              text: input.reason,
            },
          ],
          record: { type: 'escalations.returned' },
        };
      },
    });
  }

  async start(input: ChangeInput) {
    await this.changes.make({
      ...input,
      action: 'start',
      apply: async () => ({
        entries: [{ kind: 'move', summary: 'Started work' }],
        record: { type: 'escalations.started' },
      }),
    });
  }

  async wait(input: ChangeInput & { request: WaitRequest }) {
    const { category, until, reason } = input.request;
    await this.changes.make({
      ...input,
      action: 'wait',
      reason,
      apply: async ({ work }) => {
        refuseIf(until !== null && until < londonDateOf(work.now), {
          field: 'body.until',
          message: 'Choose a day that is not in the past',
        });
        return {
          patch: { waiting_for: category, waiting_until: until },
          entries: [
            {
              kind: 'move',
              summary: `Marked it as waiting: ${WAIT_CATEGORY_NAMES[category].toLowerCase()}`,
              text: reason,
            },
          ],
          record: { type: 'escalations.waiting', why: category },
        };
      },
    });
  }

  async resume(input: ChangeInput & { reason: string }) {
    await this.plain(input, {
      action: 'resume',
      summary: 'Went on with it',
      type: 'escalations.resumed',
    });
  }

  async resolve(input: ChangeInput & { reason: string }) {
    await this.plain(input, {
      action: 'resolve',
      summary: 'Resolved it',
      type: 'escalations.resolved',
    });
  }

  async reopen(input: ChangeInput & { reason: string }) {
    await this.changes.make({
      ...input,
      action: 'reopen',
      apply: async () => ({
        patch: { closed_at: null, ...RETENTION_BEGINS_ANEW },
        entries: [{ kind: 'move', summary: 'Reopened it', text: input.reason }],
        record: { type: 'escalations.reopened' },
      }),
    });
  }

  private async plain(
    input: ChangeInput & { reason: string },
    move: { action: 'resume' | 'resolve'; summary: string; type: string },
  ) {
    await this.changes.make({
      ...input,
      action: move.action,
      apply: async () => ({
        entries: [{ kind: 'move', summary: move.summary, text: input.reason }],
        record: { type: move.type },
      }),
    });
  }
}
