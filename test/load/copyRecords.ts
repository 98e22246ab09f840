import type { Knex } from 'knex';

const TABLES = {
  sealed_case: 'case_id',
  query: 'id',
  query_entry: 'query_id',
} as const;

/** Copies records with their keys and history from one advice line to another. */
export async function copyRecords(options: {
  knex: Knex;
  from: string;
  to: string;
  ids: readonly string[];
}): Promise<void> {
  const { knex, from, to, ids } = options;
  for (const [table, key] of Object.entries(TABLES)) {
    const columns: string[] = await knex('information_schema.columns')
      .where({ table_schema: from, table_name: table, is_generated: 'NEVER' })
      .pluck('column_name');
    const names = columns.map(() => '??').join(', ');
    await knex.raw(
      `insert into ??.?? (${names}) select ${names} from ??.?? where ?? = any(?)`,
      [to, table, ...columns, ...columns, from, table, key, [...ids]],
    );
  }
}
