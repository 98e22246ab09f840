import type { QueueRequest } from '@imsa-hub/advice-common';
import { cutPage, type Place } from '@imsa-hub/core-node';
import type { Knex } from 'knex';
import { orderOf, queuePlaces, type QueuePlaces } from './queuePlaces';
import type { QueueDbRow } from './QueryRow';

/** What of a query a row of the queue shows, or its allowed actions ask. */
const ROW = `query.id, query.reference, query.version, query.status,
  query.received_at, query.nation, query.areas, query.asker_kind, query.channel,
  query.tier, query.interpreter, query.high_risk, query.urgency_band, query.urgency_reasons, query.own_urgency_band,
  query.rank, to_char(query.next_limit_on, 'YYYY-MM-DD') as next_limit_on,
  query.next_limit_title, query.first_replied_at, query.stopped_at,
  query.stopped_for, query.due_at, query.closed_at, query.open,
  query.raised_by, query.assignee_id, query.second_reader_id,
  query.former_answerer_ids, query.case_id, query.destroyed_at,
  draft.author_id as draft_author_id,
  draft.kind as draft_kind,
  draft.written_by as draft_written_by`;

/**
 * A page of the queue in one statement, in two steps: which queries, then what
 * their rows show. The first step reads nothing but one index (see the
 * migration 20261127090000), so that leaving out what a person may not see, or
 * another nation, costs next to nothing even where that is most of the queue.
 * The second reads as many rows as the page has, without their sealed columns.
 */
export function queuePage(places: QueuePlaces): Knex.QueryBuilder {
  const { knex, request } = places;
  return knex
    .from(queuePlaces(places).as('place'))
    .join('query', 'query.id', 'place.id')
    .joinRaw(
      `left join query_draft draft on draft.query_id = query.id
        and query.status in ('in-hand', 'with-second-reader')`,
    )
    .select(knex.raw(ROW))
    .orderByRaw(orderOf(request, 'place'));
}

/** A page of the queue, and where the next one goes on; nothing after the last. */
export async function readQueuePage(
  places: QueuePlaces,
): Promise<{ rows: readonly QueueDbRow[]; next: string | null }> {
  const { limit, request } = places;
  const found: QueueDbRow[] = await queuePage({ ...places, limit: limit + 1 });
  return cutPage({
    rows: found,
    size: limit,
    placeOf: row => placeOf(row, request),
  });
}

function placeOf(row: QueueDbRow, request: QueueRequest): Place {
  if (request.view === 'asked') {
    return [row.received_at.toISOString(), row.id];
  }
  if (request.view === 'closed') {
    return [(row.closed_at ?? row.received_at).toISOString(), row.id];
  }
  return [row.rank, row.due_at.toISOString(), row.id];
}
