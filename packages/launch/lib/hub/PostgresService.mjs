import { join } from 'node:path';
import { ensureDatabaseAndRoles } from '../postgres/roles.mjs';
import { startPostgres } from '../postgres/startPostgres.mjs';
import { requireFreePort } from '../ports.mjs';

/**
 * The hub's PostgreSQL as something that can be stopped, killed and started
 * again, which is what the crash drill does.
 *
 * @typedef {object} PostgresService
 * @property {number} port
 * @property {number | undefined} pid of the postmaster, while it runs
 * @property {{ host: string, port: number, user: string, password: string, database: string }} superuser
 *   how tests look at the database from outside; the hub never has this
 * @property {() => Promise<void>} start
 * @property {() => Promise<void>} stop the "fast" shutdown
 * @property {() => Promise<void>} killHard SIGKILL, as a power cut would
 * @property {() => boolean} isRunning
 * @property {(lines?: number) => Promise<string[]>} tail
 * @property {(heard: () => void) => void} onUnexpectedEnd
 */

/**
 * @param {object} options
 * @param {string} options.dataDir
 * @param {number} options.port
 * @param {import('../secrets.mjs').Secrets} options.secrets
 * @param {Record<string, string>} [options.settings]
 * @param {(line: string) => void} [options.say]
 * @returns {PostgresService}
 */
export function createPostgresService({
  dataDir,
  port,
  secrets,
  settings,
  say,
}) {
  /** @type {import('../postgres/startPostgres.mjs').PostgresServer | undefined} */
  let server;
  /** @type {(() => void)[]} */
  const listeners = [];
  let expected = false;

  return {
    port,
    get pid() {
      return server?.child.isRunning() ? server.pid : undefined;
    },
    superuser: {
      host: '127.0.0.1',
      port,
      user: 'hub_superuser',
      password: secrets.postgresSuperuserPassword,
      database: 'imsa_hub',
    },
    isRunning: () => server?.child.isRunning() ?? false,
    tail: async lines => server?.child.tail(lines) ?? [],
    onUnexpectedEnd: heard => void listeners.push(heard),
    async start() {
      await requireFreePort({ name: 'postgres', port });
      expected = false;
      server = await startPostgres({
        folder: join(dataDir, 'postgres'),
        port,
        password: secrets.postgresSuperuserPassword,
        logFile: join(dataDir, 'logs/postgres.log'),
        settings,
        say,
      });
      void server.child.exited.then(() => {
        if (!expected) {
          listeners.forEach(heard => heard());
        }
      });
      await ensureDatabaseAndRoles({
        host: server.host,
        port,
        password: server.password,
        rolePasswords: {
          owner: secrets.postgresOwnerPassword,
          app: secrets.postgresAppPassword,
          platform: secrets.postgresPlatformPassword,
        },
      });
    },
    async stop() {
      expected = true;
      await server?.child.stop({ graceMs: 20_000 });
    },
    async killHard() {
      expected = true;
      await server?.child.killHard();
    },
  };
}
