import type { Knex } from 'knex';

/** Counts stop here: nobody reads further, and nothing walks a whole table. */
export const MOST_COUNTED = 100;

/** How many rows a selection has, up to {@link MOST_COUNTED}. */
export async function countUpTo(
  knex: Knex,
  selection: Knex.QueryBuilder,
): Promise<number> {
  const row = await knex
    .from(selection.clone().limit(MOST_COUNTED).as('some'))
    .count('* as count')
    .first();
  return Number(row?.count ?? 0);
}
