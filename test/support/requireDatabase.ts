/**
 * How a test reaches PostgreSQL.
 */
export interface TestDatabaseServer {
  /** As superuser: creates and drops databases. */
  connectionString: string;
  host: string;
  port: number;
  /** A database with the same three roles and rights as a real hub's. */
  database: string;
  superuser: { user: string; password: string };
  /** Owns the hub's schemas, runs migrations. */
  owner: { user: string; password: string };
  /** The running hub: owns nothing, creates nothing. */
  app: { user: string; password: string };
  /** Owns the schemas of Backstage's own plugins. */
  platform: { user: string; password: string };
}

/**
 * Says where the tests' PostgreSQL is. A test that needs one calls this first, so
 * that a missing database is a failure and never a skipped case.
 *
 * @throws Error when no server was started for the tests
 */
export function requireDatabase(): TestDatabaseServer {
  return {
    connectionString: read(
      'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING',
    ),
    host: read('HUB_TEST_POSTGRES_HOST'),
    port: Number(read('HUB_TEST_POSTGRES_PORT')),
    database: read('HUB_TEST_POSTGRES_DB'),
    superuser: readRole('SUPERUSER'),
    owner: readRole('OWNER'),
    app: readRole('APP'),
    platform: readRole('PLATFORM'),
  };
}

const readRole = (role: string) => ({
  user: read(`HUB_TEST_POSTGRES_${role}_USER`),
  password: read(`HUB_TEST_POSTGRES_${role}_PASSWORD`),
});

function read(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(
      `${name} is not set: run the tests with "npm test" or "npx jest", which start PostgreSQL for them.`,
    );
  }
  return value;
}
