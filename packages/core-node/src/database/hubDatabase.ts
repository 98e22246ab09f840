import type { Config } from '@backstage/config';
import knexFactory, { type Knex } from 'knex';

/** Options of {@link createHubPool}. */
export interface HubPoolOptions {
  config: Config;
  /** The plugin's own schema, which is its search path. */
  schema: string;
  /** Most connections of this pool; 10 unless told. */
  max?: number;
}

/**
 * A pool on the hub's database as its running role, which may write rows but
 * owns and creates nothing. Backstage's own plugins keep their tables in other
 * schemas under another role.
 */
export function createHubPool(options: HubPoolOptions): Knex {
  const connection = options.config.getConfig('hub.database.connection');
  return knexFactory({
    client: 'pg',
    connection: {
      host: connection.getString('host'),
      port: connection.getNumber('port'),
      database: connection.getString('database'),
      user: connection.getString('user'),
      password: connection.getString('password'),
      ssl: connection.getOptional('ssl'),
      application_name: `imsa-hub ${options.schema}`,
      // A statement that hangs must not hold a lock for ever.
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 30_000,
    },
    searchPath: [options.schema],
    pool: { min: 0, max: options.max ?? 10, acquireTimeoutMillis: 10_000 },
  });
}
