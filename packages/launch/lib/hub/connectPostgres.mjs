import { join } from 'node:path';
import { resolvePorts } from '../ports.mjs';
import { findRunningPostgres } from '../postgres/lockFile.mjs';
import { readOrCreateSecrets } from '../secrets.mjs';
import { lockDataDir } from './dataDirLock.mjs';
import { backendEnvironment, ownerEnvironment } from './environment.mjs';
import { createPostgresService } from './PostgresService.mjs';

/**
 * Makes the hub's data reachable for one command: the PostgreSQL of a running hub
 * is used as it is, otherwise it is started for as long as the command takes.
 *
 * @param {{ dataDir: string, say?: (line: string) => void }} options
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<void> }>}
 *   `env` is the backend's, with the role that owns the tables
 */
export async function connectPostgres({ dataDir, say }) {
  const running = await findRunningPostgres({
    folder: join(dataDir, 'postgres'),
  });
  if (running) {
    const ports = await resolvePorts({
      dataDir,
      given: { postgres: running.port },
    });
    return {
      env: await environment({ dataDir, ports }),
      stop: async () => {},
    };
  }
  const unlock = lockDataDir({ dataDir });
  const ports = await resolvePorts({ dataDir });
  const postgres = createPostgresService({
    dataDir,
    port: ports.postgres,
    secrets: await readOrCreateSecrets({ dataDir }),
    say,
  });
  try {
    await postgres.start();
  } catch (error) {
    unlock();
    throw error;
  }
  return {
    env: await environment({ dataDir, ports }),
    stop: async () => {
      await postgres.stop();
      unlock();
    },
  };
}

/**
 * @param {{ dataDir: string, ports: import('../ports.mjs').Ports }} options
 */
async function environment({ dataDir, ports }) {
  const secrets = await readOrCreateSecrets({ dataDir });
  return {
    ...backendEnvironment({ dataDir, ports, secrets }),
    ...ownerEnvironment({ secrets }),
  };
}
