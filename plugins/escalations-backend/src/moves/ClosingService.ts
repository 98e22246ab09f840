import type { CloseRequest } from '@imsa-hub/escalations-common';
import { refuseIf, retainUntil } from '@imsa-hub/core-node';
import type { Knex } from 'knex';
import type { EscalationContext } from '../EscalationContext';
import type {
  ChangeInput,
  EscalationChanges,
} from '../escalations/EscalationChanges';
import { outcomePlace } from '../escalations/parts';

/** How a case ends: closed with what came of it, or withdrawn. */
export class ClosingService {
  constructor(
    private readonly context: EscalationContext,
    private readonly changes: EscalationChanges,
  ) {}

  async close(input: ChangeInput & { request: CloseRequest }) {
    const { request } = input;
    await this.changes.make({
      ...input,
      action: 'close',
      apply: async ({ work, row, seal }) => {
        const given = new Set(request.outcomes.map(({ area }) => area));
        refuseIf(
          given.size !== request.outcomes.length ||
            given.size !== row.areas.length ||
            row.areas.some(area => !given.has(area)),
          {
            field: 'body.outcomes',
            message: 'Say once for each area of this case what came of it',
          },
        );
        refuseIf(
          (row.late_at !== null ||
            (row.state_due_at !== null &&
              row.state_due_at.getTime() < Date.parse(work.now))) &&
            !request.lateReason,
          {
            field: 'body.lateReason',
            message: 'This is later than its target. Say why.',
          },
        );
        const number = await this.nextClosing(work.trx, row.id);
        for (const { area, result, why } of request.outcomes) {
          await work.trx.table('outcome').insert({
            escalation_id: row.id,
            closing: number,
            area,
            result,
            sealed_why: await seal(
              'outcome',
              'sealed_why',
              outcomePlace(row.id, number, area),
              why,
            ),
          });
        }
        const some = (column: string, text: string) =>
          text ? seal('escalation', column, row.id, text) : null;
        const learned = {
          key_outcomes: request.keyOutcomes,
          sealed_learning_point: await some(
            'sealed_learning_point',
            request.learningPoint,
          ),
          sealed_structural_issue: await some(
            'sealed_structural_issue',
            request.structuralIssue,
          ),
        };
        await work.trx.table('closing').insert({
          escalation_id: row.id,
          number,
          at: work.now,
          by_id: input.person.id,
          ...learned,
        });
        return {
          patch: {
            closed_at: new Date(work.now),
            ...retainUntil(this.context, work.now),
            ...learned,
            has_learning_point: request.learningPoint !== '',
            has_structural_issue: request.structuralIssue !== '',
          },
          entries: [
            { kind: 'move', summary: 'Closed it', text: request.lateReason },
          ],
          record: { type: 'escalations.closed' },
        };
      },
    });
  }

  async withdraw(input: ChangeInput & { reason: string }) {
    await this.changes.make({
      ...input,
      action: 'withdraw',
      apply: async ({ work }) => ({
        patch: {
          closed_at: new Date(work.now),
          ...retainUntil(this.context, work.now),
        },
        entries: [{ kind: 'move', summary: 'Withdrew it', text: input.reason }],
        record: { type: 'escalations.withdrawn' },
      }),
    });
  }

  /** A second closing stands beside the first, and takes nothing away. */
  private async nextClosing(trx: Knex, escalationId: string): Promise<number> {
    const last = await trx
      .from('closing')
      .where({ escalation_id: escalationId })
      .max('number as number')
      .first();
    return Number(last?.number ?? 0) + 1;
  }
}
