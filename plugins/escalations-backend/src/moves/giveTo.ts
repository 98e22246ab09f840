import type { Work } from '@imsa-hub/core-node';
import type { EscalationContext } from '../EscalationContext';
import type { EscalationPatch } from '../escalations/EscalationRow';

/**
 * Gives a case to a handler. One at a time: the part of the one before ends.
 *
 * @returns what to write to the case
 */
export async function giveTo(
  { store }: Pick<EscalationContext, 'store'>,
  input: { work: Work; escalationId: string; personId: string },
): Promise<EscalationPatch> {
  const { work, escalationId, personId } = input;
  const at = { trx: work.trx, escalationId, part: 'handler' } as const;
  await store.endParts({ ...at, until: work.now });
  await store.addPart({ ...at, personId, since: work.now });
  return { handler_id: personId, released_at: null };
}
