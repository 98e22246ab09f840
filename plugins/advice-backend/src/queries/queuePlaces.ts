import type { QueueRequest } from '@imsa-hub/advice-common';
import { MomentPlaceSchema, readCursor } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { QuerySight } from '../access/QuerySight';

/** Whose page it is, and which. */
export interface QueuePlaces {
  knex: Knex;
  sight: QuerySight;
  person: PersonContext;
  request: QueueRequest;
  /** Most rows. */
  limit: number;
}

/** Ids of a page of the queue, in its order; filtered in the statement itself. */
export function queuePlaces(places: QueuePlaces): Knex.QueryBuilder {
  const { knex, sight, person, request, limit } = places;
  const columns = ORDERS[orderName(request)].columns;
  const select = knex
    .from('query')
    .select('query.id', ...columns.map(column => `query.${column}`))
    .limit(limit);
  narrowToView(select, person, request.view);
  if (request.view === 'asked') sight.filterReadable(person, select);
  else sight.filterWorkable(person, select);
  if (request.nation) select.where('query.nation', request.nation);
  if (request.area) {
    // Not `@>`: the search's index on areas would gather every query of an
    // area and sort them, where the queue's own index has them in order.
    select.whereRaw('? = any(query.areas)', [request.area]);
  }
  if (request.cursor) continueAfter(select, request, request.cursor);
  return select.orderByRaw(orderOf(request, 'query'));
}

// A place in one order does not fit another.
const ORDERS = {
  pressing: {
    columns: ['rank', 'due_at'],
    descending: false,
    place: z.tuple([z.int(), z.iso.datetime(), z.string().max(26)]),
  },
  closed: {
    columns: ['closed_at'],
    descending: true,
    place: MomentPlaceSchema,
  },
  asked: {
    columns: ['received_at'],
    descending: true,
    place: MomentPlaceSchema,
  },
} as const;

function orderName({ view }: QueueRequest): keyof typeof ORDERS {
  return view === 'asked' || view === 'closed' ? view : 'pressing';
}

/** The order of a view: all in one direction, so that an index is read from a place on. */
export function orderOf(
  request: QueueRequest,
  table: 'place' | 'query',
): string {
  const { columns, descending } = ORDERS[orderName(request)];
  return [...columns, 'id']
    .map(column => `${table}.${column}${descending ? ' desc' : ''}`)
    .join(', ');
}

function continueAfter(
  select: Knex.QueryBuilder,
  request: QueueRequest,
  cursor: string,
): void {
  const { columns, descending, place: schema } = ORDERS[orderName(request)];
  const place = readCursor<(string | number)[]>({ cursor, schema });
  const names = [...columns, 'id'].map(column => `query.${column}`).join(', ');
  select.whereRaw(
    `(${names}) ${descending ? '<' : '>'} (${place.map(() => '?').join(', ')})`,
    [...place],
  );
}

function narrowToView(
  select: Knex.QueryBuilder,
  person: PersonContext,
  view: QueueRequest['view'],
): void {
  switch (view) {
    case 'asked':
      select.where('query.raised_by', person.id);
      return;
    case 'closed':
      select.where('query.open', false);
      return;
    case 'to-triage':
      select.where('query.open', true).where('query.status', 'received');
      return;
    case 'unclaimed':
      select.where('query.open', true).where('query.status', 'triaged');
      return;
    case 'mine':
      select.where('query.open', true).where('query.assignee_id', person.id);
      return;
    case 'to-read':
      select
        .where('query.open', true)
        .where('query.status', 'with-second-reader')
        .whereNot('query.assignee_id', person.id)
        .where(reader =>
          reader
            .whereNull('query.second_reader_id')
            .orWhere('query.second_reader_id', person.id),
        );
      return;
    case 'waiting':
      select
        .where('query.open', true)
        .where('query.status', 'waiting-on-asker');
      return;
    default:
      select.where('query.open', true);
  }
}
