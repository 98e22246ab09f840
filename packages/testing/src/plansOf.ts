import type { Knex } from 'knex';

/** Statements that read, as they ran, with how PostgreSQL carries them out. */
export async function plansOf(
  knex: Knex,
  run: () => Promise<unknown>,
): Promise<string[]> {
  const ran: Array<{ sql: string; bindings: unknown[] }> = [];
  const note = (query: { sql: string; bindings?: unknown[] }) => {
    if (!/^(select|with)/i.test(query.sql)) return;
    ran.push({ sql: query.sql, bindings: query.bindings ?? [] });
  };
  knex.on('query', note);
  try {
    await run();
  } finally {
    knex.removeListener('query', note);
  }
  const connection = await knex.client.acquireConnection();
  try {
    return await Promise.all(
      ran.map(async ({ sql, bindings }) => {
        const { rows } = await connection.query(`explain ${sql}`, bindings);
        return [
          sql,
          ...rows.map((row: Record<string, string>) => row['QUERY PLAN']),
        ].join('\n');
      }),
    );
  } finally {
    await knex.client.releaseConnection(connection);
  }
}
