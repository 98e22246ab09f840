import type { EscalationRecord } from '@imsa-hub/escalations-common';
import { all, iso, type PartReading } from './PartReading';

/** Who has a part in it now. */
export async function readAccess(
  reading: PartReading,
): Promise<EscalationRecord['access']> {
  const rows = await reading.knex
    .from('participant')
    .where({ escalation_id: reading.escalationId })
    .whereNull('until')
    .orderBy('since');
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

export async function readOutcomes(
  reading: PartReading,
): Promise<EscalationRecord['outcomes']> {
  const { knex, escalationId, content, marks } = reading;
  const rows = await knex
    .from('outcome')
    .where({ escalation_id: escalationId });
  return all(rows, async row => ({
    area: row.area,
    result: row.result,
    why: await content.open(
      'outcome',
      'sealed_why',
      `${escalationId}.${row.area}`,
      row.sealed_why,
    ),
    marked: marks(row.sealed_why),
  }));
}
