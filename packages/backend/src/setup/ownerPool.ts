import type { Config } from '@backstage/config';
import knexFactory, { type Knex } from 'knex';

/**
 * A pool of the role that owns the hub's tables. Its name and password are not
 * in the configuration, so that the running hub never has them.
 *
 * @throws Error when `POSTGRES_OWNER_USER` or `POSTGRES_OWNER_PASSWORD` is not set
 */
export function ownerPool(options: { config: Config; schema?: string }): Knex {
  const connection = options.config.getConfig('hub.database.connection');
  const { POSTGRES_OWNER_USER: user, POSTGRES_OWNER_PASSWORD: password } =
    process.env;
  if (!user || password === undefined) {
    throw new Error(
      'Set POSTGRES_OWNER_USER and POSTGRES_OWNER_PASSWORD: the role that owns the tables',
    );
  }
  return knexFactory({
    client: 'pg',
    connection: {
      host: connection.getString('host'),
      port: connection.getNumber('port'),
      database: connection.getString('database'),
      user,
      password,
      ssl: connection.getOptional('ssl'),
      application_name: 'imsa-hub owner',
    },
    ...(options.schema ? { searchPath: [options.schema] } : {}),
    pool: { min: 0, max: 4 },
  });
}
