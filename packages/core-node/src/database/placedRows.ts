import type { Knex } from 'knex';

/**
 * The list of a record whose table is only added to: an item keeps its place,
 * and a correction is a row more, with the next version.
 */
export interface PlacedRows {
  table: string;
  /** The record they belong to: `{ query_id }`. */
  of: Readonly<Record<string, string>>;
}

/** The newest version of each place, in order. */
export const newestPlaced = (knex: Knex, { table, of }: PlacedRows) =>
  knex
    .from(
      knex
        .from(table)
        .where(of)
        .distinctOn('place')
        .orderBy([{ column: 'place' }, { column: 'version', order: 'desc' }])
        .select('*')
        .as(table),
    )
    .orderBy('place');

/** The next free place. */
export async function nextPlaced(
  knex: Knex,
  { table, of }: PlacedRows,
): Promise<number> {
  const last = await knex.from(table).where(of).max('place as place').first();
  return last === undefined || last.place === null ? 0 : Number(last.place) + 1;
}
