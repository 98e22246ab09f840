import type { EscalationRecord } from '@imsa-hub/escalations-common';
import { iso, type PartReading } from './PartReading';

/** Who has a part in it now. */
export async function readAccess(
  reading: PartReading,
): Promise<EscalationRecord['access']> {
  const rows = await reading.knex
    .from('participant')
    .where({ escalation_id: reading.escalationId })
    .whereNull('until')
    // Whoever brings a case becomes two things in one moment.
    .orderBy(['since', 'part', 'person_id']);
  return rows.map(row => ({
    person: reading.named(row.person_id),
    part: row.part,
    since: row.since.toISOString(),
  }));
}

export async function readHandover(
  reading: PartReading,
): Promise<EscalationRecord['handover']> {
  const row = await reading.knex
    .from('handover')
    .where({ escalation_id: reading.escalationId })
    .whereNull('ended_at')
    .first();
  if (!row) return null;
  return {
    from: reading.named(row.from_id),
    to: reading.named(row.to_id),
    offeredAt: row.offered_at.toISOString(),
    acceptedAt: iso(row.accepted_at),
  };
}
