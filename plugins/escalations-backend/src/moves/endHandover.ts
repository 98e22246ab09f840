import type { Work } from '@imsa-hub/core-node';
import type { EscalationContext } from '../EscalationContext';

/** Ends a handover that is under way, with nobody taking over. */
export async function endHandover(
  { store }: Pick<EscalationContext, 'store'>,
  input: { work: Work; escalationId: string },
): Promise<{ next_lead_id: null }> {
  const { work, escalationId } = input;
  await work.trx
    .table('handover')
    .where({ escalation_id: escalationId })
    .whereNull('ended_at')
    .update({ ended_at: work.now, completed: false });
  await store.endParts({
    trx: work.trx,
    escalationId,
    until: work.now,
    part: 'next-lead',
  });
  return { next_lead_id: null };
}
