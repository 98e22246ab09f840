import type { RetentionRequest } from '@imsa-hub/core';
import type { Knex } from 'knex';
import { z } from 'zod';
import { cutPage, readCursor, type Place } from '../paging';
import type { KeptRecords, KeptRow } from './KeptRecords';

const PAGE = 50;
/** Records are shown so long before the end, to be looked at in peace. */
const SOON_DAYS = 90;

const EndPlaceSchema = z.tuple([z.iso.date(), z.string().max(26)]);

/** A page of ended records whose end is near or past, or that are on hold. */
export async function retentionPage<Row extends KeptRow>(
  kept: KeptRecords<Row>,
  input: {
    knex: Knex;
    request: RetentionRequest;
    today: string;
    filter(select: Knex.QueryBuilder): void;
  },
): Promise<{ rows: readonly Row[]; next: string | null }> {
  const { knex, request, today } = input;
  const of = (column: string) => `${kept.table}.${column}`;
  const select = knex
    .from(kept.table)
    .select(knex.raw(kept.columns))
    .where(of('open'), false)
    .whereNull(of('destroyed_at'))
    .orderBy([of('retain_until'), of('id')])
    .limit(PAGE + 1);
  if (request.view === 'held') select.where(of('held'), true);
  else {
    select.where(of('held'), false);
    select.where(due =>
      due
        .whereRaw('?? <= ?::date + ?::int', [
          of('retain_until'),
          today,
          SOON_DAYS,
        ])
        .orWhereNotNull(of('destruction_asked_by')),
    );
  }
  if (request.cursor) {
    const place = readCursor({
      cursor: request.cursor,
      schema: EndPlaceSchema,
    });
    select.whereRaw('(??, ??) > (?::date, ?)', [
      of('retain_until'),
      of('id'),
      ...place,
    ]);
  }
  input.filter(select);
  const rows: Row[] = await select;
  return cutPage<Row>({ rows, size: PAGE, placeOf });
}

// Whatever has ended has such a day.
const placeOf = (row: KeptRow): Place => [row.retain_until ?? '', row.id];
