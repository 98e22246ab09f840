import {
  CLOCK_STOP_CATEGORY_NAMES,
  type CloseRequest,
  type StopClockRequest,
} from '@imsa-hub/advice-common';
import { ConflictError } from '@backstage/errors';
import { refuseIf, retainUntil } from '@imsa-hub/core-node';
import type { Knex } from 'knex';
import type { AdviceContext } from '../AdviceContext';
import { endStop, isLate, restartClock, stopClock } from './clockMoves';
import type { ChangeInput, QueryChanges } from './QueryChanges';
import type { QueryDbRow } from './QueryRow';
import { waitsForReply } from './waitsForReply';

/** The clocks of a query, notes on it, and how it ends. */
export class CaseworkService {
  constructor(
    private readonly context: AdviceContext,
    private readonly changes: QueryChanges,
  ) {}

  async stopClock(input: ChangeInput & { request: StopClockRequest }) {
    const { category, reason } = input.request;
    await this.changes.make({
      ...input,
      action: 'stop-clock',
      reason,
      apply: async ({ work, row }) => {
        await stopClock({ work, row, category });
        return {
          patch: { stopped_at: new Date(work.now), stopped_for: category },
          entries: [
            {
              kind: 'move',
              summary: `Stopped the clock: ${CLOCK_STOP_CATEGORY_NAMES[category]}`,
              body: reason,
            },
          ],
          record: { type: 'advice.clock-stopped', why: category },
        };
      },
    });
  }

  async restartClock(input: ChangeInput & { reason: string }) {
    await this.changes.make({
      ...input,
      action: 'restart-clock',
      apply: async ({ work, row }) => ({
        patch: await restartClock({ context: this.context, work, row }),
        entries: [
          { kind: 'move', summary: 'Restarted the clock', body: input.reason },
        ],
        record: { type: 'advice.clock-restarted' },
      }),
    });
  }

  async note(input: ChangeInput & { body: string }) {
    await this.changes.make({
      ...input,
      action: 'note',
      apply: async () => ({
        entries: [{ kind: 'note', body: input.body }],
        record: { type: 'advice.note-added' },
      }),
    });
  }

  async close(input: ChangeInput & { request: CloseRequest }) {
    const { outcomes, lateReason } = input.request;
    await this.changes.make({
      ...input,
      action: 'close',
      apply: async ({ work, row, seal }) => {
        const given = new Set(outcomes.map(outcome => outcome.area));
        refuseIf(
          row.areas.some(area => !given.has(area)) ||
            given.size !== outcomes.length ||
            given.size !== row.areas.length,
          {
            field: 'body.outcomes',
            message: 'Say once for each area of this query what came of it',
          },
        );
        refuseIf(isLate(row, work.now) && !lateReason, {
          field: 'body.lateReason',
          message: 'This is later than its target. Say why.',
        });
        await this.refuseUnanswered(work.trx, row);
        await endStop({ work, row });
        await work.trx
          .table('query_outcome')
          .where({ query_id: row.id })
          .delete();
        for (const outcome of outcomes) {
          await work.trx.table('query_outcome').insert({
            query_id: row.id,
            area: outcome.area,
            result: outcome.result,
            sealed_why: await seal(
              'query_outcome',
              outcome.area,
              row.id,
              outcome.why,
            ),
          });
        }
        return {
          patch: {
            closed_at: new Date(work.now),
            ...retainUntil(this.context, work.now),
            stopped_at: null,
            stopped_for: null,
          },
          entries: [{ kind: 'move', summary: 'Closed it', body: lateReason }],
          record: { type: 'advice.closed' },
        };
      },
    });
  }

  /** Whoever was told that two questions are answered together waits for it. */
  private async refuseUnanswered(knex: Knex, row: QueryDbRow): Promise<void> {
    const merged = await this.context.store.mergedHere(knex, row.id);
    const waiting = merged.filter(other => waitsForReply(other, row));
    if (waiting.length === 0) return;
    const names = waiting.map(other => other.reference).join(', ');
    throw new ConflictError(
      `Whoever asked ${names}, merged into this one, has had no reply. Send them the reply too, or open theirs again.`,
    );
  }
}
