import type { Work } from '@imsa-hub/core-node';
import type { EscalationContext } from '../EscalationContext';
import type {
  EscalationDbRow,
  EscalationPatch,
} from '../escalations/EscalationRow';
import { endHandover } from './endHandover';

/**
 * Takes a person out of a case: every part ends, a handover to them too, a
 * second opinion that they were to give lapses, and their open tasks go to
 * whoever still has the case.
 *
 * @returns what to write to the case; where they handled it, since when nobody
 *   does
 */
export async function releasePerson(
  context: Pick<EscalationContext, 'store'>,
  input: {
    work: Work;
    row: Pick<
      EscalationDbRow,
      'id' | 'handler_id' | 'lead_id' | 'next_lead_id'
    >;
    personId: string;
    /** Who takes what they had; nobody yet unless told. */
    successor?: { handlerId?: string; leadId?: string };
  },
): Promise<EscalationPatch> {
  const { work, row, personId, successor = {} } = input;
  const { trx, now } = work;
  const at = { trx, escalationId: row.id };
  await context.store.endParts({ ...at, until: now, personId });
  const patch: EscalationPatch = {};
  if (row.handler_id === personId) {
    patch.handler_id = successor.handlerId ?? null;
    patch.released_at = successor.handlerId ? null : new Date(now);
  }
  if (row.lead_id === personId) patch.lead_id = successor.leadId ?? null;
  if (
    row.next_lead_id !== null &&
    (row.next_lead_id === personId || successor.leadId !== undefined)
  ) {
    Object.assign(
      patch,
      await endHandover(context, { work, escalationId: row.id }),
    );
  }
  for (const [part, id] of [
    ['handler', successor.handlerId],
    ['lead', successor.leadId],
  ] as const) {
    if (!id) continue;
    await context.store.addPart({ ...at, personId: id, part, since: now });
  }
  await trx
    .table('opinion')
    .where({ escalation_id: row.id, asked_of: personId })
    .whereNull('given_at')
    .whereNull('lapsed_at')
    .update({ lapsed_at: now });
  const next = { ...row, ...patch };
  const heir = next.handler_id ?? next.lead_id ?? next.next_lead_id;
  if (heir) {
    await trx
      .table('task')
      .where({ escalation_id: row.id, owner_id: personId, state: 'open' })
      .update({ owner_id: heir, due_told_at: null, overdue_told_at: null });
  }
  return patch;
}
