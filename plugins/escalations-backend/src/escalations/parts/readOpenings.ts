import {
  escalationsDeskPermission,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import type { EscalationContext } from '../../EscalationContext';
import { all, type PartReading } from './PartReading';

const MOST = 100;

/**
 * Who opened it by break-glass and why, latest first; for the desk. Others are
 * told by the timeline that it was opened: the reason may speak of them.
 */
export async function readOpenings(
  reading: PartReading,
  { hub }: Pick<EscalationContext, 'hub'>,
): Promise<Pick<EscalationRecord, 'openings'>> {
  const { knex, escalationId, content, named, person, marks } = reading;
  if (!hub.permissions.may(person, escalationsDeskPermission)) return {};
  const rows = await knex
    .from('break_glass')
    .where({ escalation_id: escalationId })
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(MOST);
  const openings = await all(rows, async row => ({
    id: row.id,
    by: named(row.person_id),
    at: row.at.toISOString(),
    until: row.until.toISOString(),
    reason: await content.open(
      'break_glass',
      'sealed_reason',
      row.id,
      row.sealed_reason,
    ),
    marked: marks(row.sealed_reason),
  }));
  return { openings };
}
