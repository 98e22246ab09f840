import type { Work } from '@imsa-hub/core-node';
import type { EscalationContext } from '../EscalationContext';
import type { EscalationDbRow } from '../escalations/EscalationRow';
import { TARGET_WORDS } from './stateTargets';

/**
 * Records that the target of the state a case is in passed: a fact that stays,
 * whatever becomes of the case, with who handled it then. Noted once, by the
 * sweep or by the move that leaves the state before the sweep comes.
 */
export async function noteBreach(
  { store }: Pick<EscalationContext, 'store'>,
  input: {
    work: Work;
    row: Pick<EscalationDbRow, 'id' | 'status' | 'state_due_at' | 'handler_id'>;
  },
): Promise<void> {
  const { work, row } = input;
  await work.trx
    .table('breach')
    .insert({
      escalation_id: row.id,
      status: row.status,
      due_at: row.state_due_at,
      noted_at: work.now,
      handler_id: row.handler_id,
    })
    .onConflict()
    .ignore();
  const what = TARGET_WORDS[row.status] ?? 'Go on with it';
  await store.addEntry({
    trx: work.trx,
    escalationId: row.id,
    at: work.now,
    summary: `A target passed: ${what.toLowerCase()}`,
  });
}

/** Whether the target of its state passed and nobody noted it yet. */
export function passedUnnoted(
  row: Pick<EscalationDbRow, 'state_due_at' | 'late_at'>,
  now: string,
): boolean {
  const due = row.state_due_at?.getTime();
  return due !== undefined && due < Date.parse(now) && row.late_at === null;
}
