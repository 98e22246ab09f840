import type { RetentionRequest } from '@imsa-hub/escalations-common';
import { cutPage, readCursor, type Place } from '@imsa-hub/core-node';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { EscalationDbRow } from '../escalations/EscalationRow';
import { BOARD_COLUMNS } from '../escalations/EscalationStore';

const PAGE = 50;
/** Cases are shown so long before the end, to be looked at in peace. */
const SOON_DAYS = 90;

const EndPlaceSchema = z.tuple([z.iso.date(), z.string().max(26)]);

/** A page of closed cases whose end is near or past, or that are on hold. */
export async function retentionPage(input: {
  knex: Knex;
  request: RetentionRequest;
  today: string;
  filter(select: Knex.QueryBuilder): void;
}): Promise<{ rows: readonly EscalationDbRow[]; next: string | null }> {
  const { knex, request, today } = input;
  const select = knex
    .from('escalation')
    .select(knex.raw(BOARD_COLUMNS))
    .where('escalation.open', false)
    .whereNull('escalation.destroyed_at')
    .orderBy(['escalation.retain_until', 'escalation.id'])
    .limit(PAGE + 1);
  if (request.view === 'held') select.where('escalation.held', true);
  else {
    select.where('escalation.held', false);
    select.where(due =>
      due
        .whereRaw('escalation.retain_until <= ?::date + ?::int', [
          today,
          SOON_DAYS,
        ])
        .orWhereNotNull('escalation.destruction_asked_by'),
    );
  }
  if (request.cursor) {
    select.whereRaw(
      '(escalation.retain_until, escalation.id) > (?::date, ?)',
      readCursor({ cursor: request.cursor, schema: EndPlaceSchema }),
    );
  }
  input.filter(select);
  const rows: EscalationDbRow[] = await select;
  return cutPage({ rows, size: PAGE, placeOf });
}

// Whatever has ended has such a day.
const placeOf = (row: EscalationDbRow): Place => [
  row.retain_until ?? '',
  row.id,
];
