import { migrateSchema } from '@imsa-hub/core-node';
import knexFactory, { type Knex } from 'knex';
import { randomBytes } from 'node:crypto';

/** A database of its own for one test file, on a real PostgreSQL. */
export interface TestDatabase {
  /** Connection of the running role, as `hub.database.connection` wants it. */
  connection: {
    host: string;
    port: number;
    database: string;
    user: string;
    password: string;
  };
  /** A pool of the role that owns the schemas. */
  owner: Knex;
  /** A pool of the running role, with the schema as its search path. */
  app(schema: string): Knex;
  destroy(): Promise<void>;
}

/** A schema and the folder of its migrations. */
export interface SchemaToMake {
  schema: string;
  /** Absolute path. */
  migrations: string;
}

/**
 * Makes a database with the hub's roles and the given schemas, migrated.
 * Needs `HUB_TEST_POSTGRES_URL` (a superuser of a PostgreSQL for tests, which
 * `npm test` starts); without it the test fails rather than passes unseen.
 */
export async function createTestDatabase(options: {
  schemas: readonly SchemaToMake[];
}): Promise<TestDatabase> {
  const url = process.env.HUB_TEST_POSTGRES_URL;
  if (!url) {
    throw new Error(
      'HUB_TEST_POSTGRES_URL is not set: run the tests with "npm test", or "npm test -- PATH" for some of them',
    );
  }
  const database = `test_${randomBytes(8).toString('hex')}`;
  const admin = knexFactory({ client: 'pg', connection: url });
  await makeRoles(admin);
  await admin.raw('create database ?? owner hub_owner', [database]);
  await admin.raw('grant create on database ?? to hub_platform', [database]);
  const base = new URL(url);
  const connect = (user: string, searchPath?: string) => {
    const pool = knexFactory({
      client: 'pg',
      connection: {
        host: base.hostname,
        port: Number(base.port || 5432),
        database,
        user,
        password: 'test',
      },
      searchPath: searchPath ? [searchPath] : undefined,
      pool: { min: 0, max: 8 },
    });
    pools.push(pool);
    return pool;
  };
  const pools: Knex[] = [];
  const owner = connect('hub_owner');
  for (const { schema, migrations } of options.schemas) {
    await migrateSchema({ owner, schema, migrations, appRole: 'hub_app' });
  }
  return {
    connection: {
      host: base.hostname,
      port: Number(base.port || 5432),
      database,
      user: 'hub_app',
      password: 'test',
    },
    owner,
    app: schema => connect('hub_app', schema),
    async destroy() {
      await Promise.all(pools.map(pool => pool.destroy()));
      await admin.raw('drop database if exists ?? with (force)', [database]);
      await admin.destroy();
    },
  };
}

/** The roles are the cluster's, so that several test files may race to make them. */
async function makeRoles(admin: Knex): Promise<void> {
  await admin.transaction(async trx => {
    await trx.raw('select pg_advisory_xact_lock(727401)');
    for (const role of ['hub_owner', 'hub_app', 'hub_platform']) {
      const { rows } = await trx.raw(
        'select 1 from pg_roles where rolname = ?',
        [role],
      );
      if (rows.length === 0) {
        await trx.raw("create role ?? login password 'test'", [role]);
      }
    }
  });
}
