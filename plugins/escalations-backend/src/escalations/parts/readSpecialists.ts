import type { EscalationRecord } from '@imsa-hub/escalations-common';
import { all, day, type PartReading } from './PartReading';

/** Outside specialists who were named, the newest first. */
export async function readSpecialists(
  reading: PartReading,
): Promise<EscalationRecord['specialists']> {
  const { knex, escalationId, content, named, marks } = reading;
  const rows = await knex
    .from('specialist')
    .where({ escalation_id: escalationId })
    .orderBy('named_at', 'desc')
    .select('*', day(knex, 'survivor_agreed_on'));
  return all(rows, async row => {
    const text = (column: string) =>
      content.open('specialist', column, row.id, row[column]);
    return {
      id: row.id,
      who: await text('sealed_who'),
      contact: await text('sealed_contact'),
      mayShare: await text('sealed_may_share'),
      survivorAgreedOn: row.survivor_agreed_on,
      namedBy: named(row.named_by),
      namedAt: row.named_at.toISOString(),
      marked: marks(row.sealed_who, row.sealed_contact, row.sealed_may_share),
    };
  });
}
