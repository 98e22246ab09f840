import type { Knex } from 'knex';

const WAYS = {
  changed: 'update ?? set COLUMN = COLUMN where false',
  deleted: 'delete from ?? where false',
  emptied: 'truncate ??',
} as const;

/**
 * What the running role may do to rows that stand in these tables, as
 * `entry: changed`; nothing where the past can only be added to. PostgreSQL
 * asks for the right before it looks for a row, so none is needed.
 *
 * @param knex - as the running role, with the schema in its search path
 */
export async function changesOf(
  knex: Knex,
  tables: readonly string[],
): Promise<string[]> {
  const allowed: string[] = [];
  for (const table of tables) {
    for (const [way, statement] of Object.entries(WAYS)) {
      const column = await firstColumn(knex, table);
      const tried = knex.transaction(async trx => {
        await trx.raw(statement.replaceAll('COLUMN', column), [table]);
        throw new Error('It was allowed, and is undone');
      });
      const said: Error = await tried.catch(error => error);
      if (!said.message.includes('permission denied')) {
        allowed.push(`${table}: ${way}`);
      }
    }
  }
  return allowed;
}

async function firstColumn(knex: Knex, table: string): Promise<string> {
  const [name] = Object.keys(await knex.from(table).columnInfo());
  if (!name) throw new Error(`There is no table ${table}`);
  return `"${name}"`;
}
