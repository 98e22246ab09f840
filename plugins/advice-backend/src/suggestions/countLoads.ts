import type { QueryFilter } from '@imsa-hub/core-node';
import type { Knex } from 'knex';

/**
 * How many open queries each person holds, as far as the reader may know of
 * them: a load that counted hidden queries would tell how many there are.
 *
 * @param options.knowable - leaves only rows of `query` that the reader may know of
 */
export async function countLoads(options: {
  knex: Knex;
  personIds: readonly string[];
  knowable: QueryFilter;
}): Promise<Map<string, number>> {
  const { knex, personIds, knowable } = options;
  const select = knex
    .from('query')
    .where('query.open', true)
    .whereIn('query.assignee_id', personIds)
    .groupBy('query.assignee_id')
    .select('query.assignee_id')
    .count('* as count');
  knowable(select);
  const rows: Array<{ assignee_id: string; count: string }> = await select;
  return new Map(rows.map(row => [row.assignee_id, Number(row.count)]));
}
