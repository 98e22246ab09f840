import type { Config } from '@backstage/config';
import type { ClientConfig } from 'pg';

/**
 * How the directory reaches the hub's database: the connection that every hub
 * plugin uses (`hub.database.connection`), as the running role. The directory
 * names its schema itself, so no search path is set.
 *
 * @throws when the configuration lacks a part
 */
export function directoryConnection(config: Config): ClientConfig {
  const connection = config.getConfig('hub.database.connection');
  return {
    host: connection.getString('host'),
    port: connection.getNumber('port'),
    database: connection.getString('database'),
    user: connection.getString('user'),
    password: connection.getString('password'),
    ssl: connection.getOptional('ssl'),
    application_name: 'imsa-hub directory',
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    // A reading that hangs must fail while the last one still counts.
    query_timeout: 10_000,
  };
}
