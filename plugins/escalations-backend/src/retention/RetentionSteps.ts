import type { NamedPerson, RetentionStep } from '@imsa-hub/escalations-common';
import { marksOfSealed, type Work } from '@imsa-hub/core-node';
import type { Knex } from 'knex';
import type { EscalationContext } from '../EscalationContext';

// The case's own key ends with the content; why it ended is still asked then.
const keyOf = (escalationId: string) => `retention:${escalationId}`;
const COLUMN = { table: 'retention_step', column: 'sealed_reason' };

/** What was decided about how long cases are kept, and why. Only added to. */
export class RetentionSteps {
  constructor(private readonly context: EscalationContext) {}

  /** Adds a step; the case's row has to be locked. */
  async add(input: {
    work: Work;
    escalationId: string;
    step: RetentionStep['step'];
    /** Nobody where the period ended by itself. */
    byId?: string;
    reason?: string;
  }): Promise<void> {
    const { work, escalationId, reason } = input;
    const { sealing } = this.context.hub;
    const caseId = keyOf(escalationId);
    const id = work.newId();
    if (reason && !(await hasReasons(work.trx, escalationId))) {
      await sealing.openCase({ trx: work.trx, caseId });
    }
    await work.trx.table('retention_step').insert({
      id,
      escalation_id: escalationId,
      at: work.now,
      by_id: input.byId ?? null,
      step: input.step,
      sealed_reason: reason
        ? await sealing.seal({
            ...COLUMN,
            trx: work.trx,
            caseId,
            row: id,
            text: reason,
          })
        : null,
    });
  }

  /** The steps of some cases, oldest first. */
  async read(
    knex: Knex,
    input: {
      escalationIds: readonly string[];
      named(personId: string): NamedPerson;
    },
  ): Promise<Map<string, RetentionStep[]>> {
    const rows: Array<{
      id: string;
      escalation_id: string;
      at: Date;
      by_id: string | null;
      step: RetentionStep['step'];
      sealed_reason: string | null;
    }> = await knex
      .from('retention_step')
      .whereIn('escalation_id', input.escalationIds)
      .orderBy(['at', 'id']);
    const steps = new Map<string, RetentionStep[]>();
    for (const row of rows) {
      const { escalation_id: id, by_id: by, sealed_reason: sealed } = row;
      const step: RetentionStep = {
        at: row.at.toISOString(),
        by: by ? input.named(by) : null,
        step: row.step,
        reason: sealed
          ? await this.context.hub.sealing.unseal({
              ...COLUMN,
              trx: knex,
              caseId: keyOf(id),
              row: row.id,
              sealed,
            })
          : null,
        marked: marksOfSealed(sealed),
      };
      steps.set(id, [...(steps.get(id) ?? []), step]);
    }
    return steps;
  }
}

async function hasReasons(trx: Knex, escalationId: string): Promise<boolean> {
  const before = await trx
    .from('retention_step')
    .where({ escalation_id: escalationId })
    .whereNotNull('sealed_reason')
    .first('id');
  return before !== undefined;
}
