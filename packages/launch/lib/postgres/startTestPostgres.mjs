import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anyFreePort } from '../ports.mjs';
import { DATABASE, ensureDatabaseAndRoles, ROLES } from './roles.mjs';
import { startPostgres } from './startPostgres.mjs';

/**
 * A PostgreSQL for tests: in a folder of its own, on a free port, careless about
 * power cuts and therefore fast.
 *
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<void> }>}
 *   `env` is what tests read; `stop` ends it and deletes its folder
 */
export async function startTestPostgres() {
  const folder = await mkdtemp(join(tmpdir(), 'imsa-hub-test-'));
  // PostgreSQL may run as another user than we do: it must be able to pass.
  await chmod(folder, 0o711);
  // Known beforehand, so that a test can connect to a database it has made.
  const rolePasswords = { owner: 'test', app: 'test', platform: 'test' };
  const server = await startPostgres({
    folder: join(folder, 'postgres'),
    port: await anyFreePort(),
    password: randomBytes(18).toString('hex'),
    logFile: join(folder, 'postgres.log'),
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '300',
    },
  });
  const { host, port, superuser, password } = server;
  await ensureDatabaseAndRoles({ host, port, password, rolePasswords });
  const url = `postgresql://${superuser}:${password}@${host}:${port}/postgres`;
  return {
    env: {
      BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: url,
      HUB_TEST_POSTGRES_URL: url,
      HUB_TEST_POSTGRES_HOST: host,
      HUB_TEST_POSTGRES_PORT: String(port),
      HUB_TEST_POSTGRES_DB: DATABASE,
      HUB_TEST_POSTGRES_SUPERUSER_USER: superuser,
      HUB_TEST_POSTGRES_SUPERUSER_PASSWORD: password,
      HUB_TEST_POSTGRES_OWNER_USER: ROLES.owner,
      HUB_TEST_POSTGRES_OWNER_PASSWORD: rolePasswords.owner,
      HUB_TEST_POSTGRES_APP_USER: ROLES.app,
      HUB_TEST_POSTGRES_APP_PASSWORD: rolePasswords.app,
      HUB_TEST_POSTGRES_PLATFORM_USER: ROLES.platform,
      HUB_TEST_POSTGRES_PLATFORM_PASSWORD: rolePasswords.platform,
    },
    async stop() {
      await server.child.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
