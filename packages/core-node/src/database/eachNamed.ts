import type { Knex } from 'knex';

/**
 * Each value that a column holds, once, as `id`. PostgreSQL reads every row
 * for a plain "distinct", so this steps through the column's index instead:
 * from one value to the next, one look-up for each value and not for each row.
 *
 * @param options.covered - the part of the table that the index covers, in SQL
 *   of ours, never of a caller
 */
export function eachNamed(options: {
  knex: Knex;
  table: string;
  column: string;
  covered: string;
}): Knex.QueryBuilder {
  const { knex, table, column, covered } = options;
  const next = (after: string) => `(
    select ${column} as id from ${table}
    where ${covered} and ${column} ${after}
    order by ${column} limit 1)`;
  return knex
    .withRecursive(
      'named',
      knex.raw(`
        ${next('is not null')}
        union all
        select ${next('> named.id')} from named where named.id is not null`),
    )
    .from('named')
    .whereNotNull('id')
    .select('id');
}
