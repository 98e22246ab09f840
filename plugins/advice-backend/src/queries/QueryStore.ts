import type { SafetyAnswers } from '@imsa-hub/advice-common';
import { newId } from '@imsa-hub/core';
import { newestPlaced, nextPlaced, type RecordStep } from '@imsa-hub/core-node';
import {
  eventColumns,
  eventRow,
  readEventRow,
  type EventDbRow,
  type KeptEvent,
  type KeptHappened,
} from '@imsa-hub/deadlines-node';
import type { Knex } from 'knex';
import type {
  DraftDbRow,
  EntryDbRow,
  OpeningDbRow,
  QueryDbRow,
  QueryPatch,
} from './QueryRow';

/** What the rules of sight ask that stands in other tables. */
const FACTS = `array(select r.person_id from recusal r where r.query_id = query.id)
    as recused_ids,
  coalesce((select jsonb_agg(jsonb_build_object('personId', g.person_id,
      'until', to_char(g.until at time zone 'UTC',
        'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
    from break_glass g where g.query_id = query.id and g.until > now()),
    '[]'::jsonb) as opened_by`;
const RETAIN_UNTIL = `to_char(query.retain_until, 'YYYY-MM-DD') as retain_until`;

/** A row with the facts that the rules of sight ask for, in one statement. */
export const QUERY_WITH_FACTS = `query.*,
  to_char(query.review_on, 'YYYY-MM-DD') as review_on,
  to_char(query.next_limit_on, 'YYYY-MM-DD') as next_limit_on,
  ${RETAIN_UNTIL}, ${FACTS}`;

/** Of a row, what is asked where nothing of it is read. Nothing sealed. */
export const KEPT_WITH_FACTS = `query.id, query.reference, query.version,
  query.open, query.closed_at, query.held, query.destroyed_at,
  query.retention_told_at, query.destruction_asked_by,
  query.destruction_asked_at, query.raised_by, query.subject_organisation_id,
  query.named_organisation_ids, ${RETAIN_UNTIL}, ${FACTS}`;

/** Where the events of a query are kept. */
const eventsOf = (queryId: string) => ({
  table: 'query_event',
  of: { query_id: queryId },
});

/** An entry to be added to a query's history. */
export type NewEntry = Pick<EntryDbRow, 'kind'> & Partial<EntryDbRow>;

/** Reads and writes rows of the advice line. Decides nothing. */
export class QueryStore {
  /** One query that passes the filter; locked when it is to be changed. */
  async load(options: {
    knex: Knex;
    where: Record<string, string>;
    filter(builder: Knex.QueryBuilder): void;
    lock?: boolean;
  }): Promise<QueryDbRow | undefined> {
    const { knex, where, filter, lock } = options;
    const select = knex
      .from('query')
      .select(knex.raw(QUERY_WITH_FACTS))
      .where(where)
      .limit(1);
    filter(select);
    if (lock) select.forUpdate('query');
    const [row] = await select;
    return row;
  }

  /** Writes a patch and counts the version up. */
  async save(options: {
    trx: Knex;
    row: QueryDbRow;
    patch: QueryPatch;
  }): Promise<void> {
    const {
      marked,
      safety,
      urgency_reasons: reasons,
      ...plain
    } = options.patch;
    await options.trx
      .from('query')
      .where({ id: options.row.id })
      .update({
        ...plain,
        ...(marked ? { marked: JSON.stringify(marked) } : {}),
        ...(safety ? { safety: JSON.stringify(safety) } : {}),
        ...(reasons ? { urgency_reasons: JSON.stringify(reasons) } : {}),
        version: options.row.version + 1,
      });
  }

  /** Before anything that is worked out from the stored answers. */
  async saveSafety(
    trx: Knex,
    queryId: string,
    safety: SafetyAnswers,
  ): Promise<void> {
    await trx
      .from('query')
      .where({ id: queryId })
      .update({ safety: JSON.stringify(safety) });
  }

  async addEntry(options: {
    trx: Knex;
    queryId: string;
    at: string;
    entry: NewEntry;
  }): Promise<string> {
    const id = options.entry.id ?? newId();
    await options.trx.table('query_entry').insert({
      staff_only: true,
      ...options.entry,
      id,
      query_id: options.queryId,
      at: options.at,
    });
    return id;
  }

  /** Adds a step that has no content of its own. */
  async addStep(step: RecordStep): Promise<void> {
    await this.addEntry({
      trx: step.work.trx,
      queryId: step.id,
      at: step.work.now,
      entry: { kind: 'move', by_id: step.byId ?? null, summary: step.summary },
    });
  }

  async entries(knex: Knex, queryId: string): Promise<EntryDbRow[]> {
    return knex
      .from('query_entry')
      .where({ query_id: queryId })
      .orderBy(['at', 'id'])
      .limit(1_000);
  }

  /** When it was opened by break-glass, the latest first. */
  async openings(knex: Knex, queryId: string): Promise<OpeningDbRow[]> {
    return knex
      .from('break_glass')
      .where({ query_id: queryId })
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(100);
  }

  async draft(knex: Knex, queryId: string): Promise<DraftDbRow | undefined> {
    return knex.from('query_draft').where({ query_id: queryId }).first();
  }

  /** What happened and stands. */
  async events(knex: Knex, queryId: string): Promise<KeptHappened[]> {
    const kept = await this.keptEvents(knex, queryId);
    return kept.filter(({ struck }) => !struck).map(({ item }) => item);
  }

  /** Every event as it is now, with what was struck out. */
  async keptEvents(knex: Knex, queryId: string): Promise<KeptEvent[]> {
    const rows: EventDbRow[] = await newestPlaced(
      knex,
      eventsOf(queryId),
    ).select(eventColumns(knex));
    return rows.map(readEventRow);
  }

  /** Keeps an event that is new, or a newer version of one. */
  async addEvent(options: {
    trx: Knex;
    queryId: string;
    event: Pick<KeptEvent, 'item'> & Partial<KeptEvent>;
    by: string | null;
    at: string;
  }): Promise<void> {
    const { trx, queryId, event, by, at } = options;
    await trx.table('query_event').insert({
      query_id: queryId,
      ...eventRow({
        place: event.place ?? (await nextPlaced(trx, eventsOf(queryId))),
        version: event.version ?? 1,
        struck: event.struck ?? false,
        item: event.item,
        by,
        at,
      }),
    });
  }

  async stops(knex: Knex, queryId: string) {
    const rows: Array<{ stopped_at: Date; restarted_at: Date | null }> =
      await knex
        .from('clock_stop')
        .where({ query_id: queryId })
        .orderBy('stopped_at');
    return rows.flatMap(row =>
      row.restarted_at
        ? [
            {
              from: row.stopped_at.toISOString(),
              to: row.restarted_at.toISOString(),
            },
          ]
        : [],
    );
  }

  /** The queries that were merged into this one, whoever may see them. */
  async mergedHere(knex: Knex, queryId: string): Promise<QueryDbRow[]> {
    return knex
      .from('query')
      .select(knex.raw(QUERY_WITH_FACTS))
      .where('query.merged_into', queryId)
      .orderBy('query.id')
      .limit(100);
  }

  /** Whether the query that this one was merged into is closed by now. */
  async isSurvivorClosed(knex: Knex, row: QueryDbRow): Promise<boolean> {
    if (!row.merged_into) return false;
    const survivor = await knex
      .from('query')
      .where({ id: row.merged_into })
      .first('open');
    return survivor?.open === false;
  }

  async outcomes(knex: Knex, queryId: string) {
    return knex.from('query_outcome').where({ query_id: queryId });
  }

  /** Queries linked to or merged with this one, as far as the filter lets through. */
  async links(options: {
    knex: Knex;
    row: QueryDbRow;
    filter(builder: Knex.QueryBuilder): void;
  }) {
    const { knex, row, filter } = options;
    const related = knex
      .from('query')
      .select('query.id', 'query.reference', 'query.merged_into')
      .where(builder =>
        builder
          .whereIn(
            'query.id',
            knex
              .from('query_link')
              .where({ query_id: row.id })
              .select('other_id')
              .union(
                knex
                  .from('query_link')
                  .where({ other_id: row.id })
                  .select('query_id'),
              ),
          )
          .orWhere('query.merged_into', row.id)
          .orWhere('query.id', row.merged_into ?? ''),
      )
      .limit(100);
    filter(related);
    const rows: Array<{
      id: string;
      reference: string;
      merged_into: string | null;
    }> = await related;
    return rows.map(other => ({
      id: other.id,
      reference: other.reference,
      kind: linkKind(row, other),
    }));
  }
}

function linkKind(
  row: QueryDbRow,
  other: { id: string; merged_into: string | null },
): 'related' | 'merged-here' | 'merged-into' {
  if (other.merged_into === row.id) return 'merged-here';
  return other.id === row.merged_into ? 'merged-into' : 'related';
}
