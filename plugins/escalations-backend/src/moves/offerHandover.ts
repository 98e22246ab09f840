import type { Work } from '@imsa-hub/core-node';
import type { EscalationContext } from '../EscalationContext';

/**
 * Asks somebody to become the lead IMSA. They have access from now on, and lead
 * it once they accepted and the survivor agreed.
 *
 * @returns what to write to the case
 */
export async function offerHandover(
  { store }: Pick<EscalationContext, 'store'>,
  input: { work: Work; escalationId: string; fromId: string; toId: string },
): Promise<{ next_lead_id: string }> {
  const { work, escalationId, fromId, toId } = input;
  await work.trx.table('handover').insert({
    id: work.newId(),
    escalation_id: escalationId,
    from_id: fromId,
    to_id: toId,
    offered_at: work.now,
  });
  await store.addPart({
    trx: work.trx,
    escalationId,
    personId: toId,
    part: 'next-lead',
    since: work.now,
  });
  return { next_lead_id: toId };
}
