import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callbackNarrator } from '../console/narrator.mjs';
import { buildFrontend } from '../frontend/buildFrontend.mjs';
import { createBackendService } from './BackendService.mjs';
import { runBackendScript } from './runBackendScript.mjs';
import { startServices } from './startServices.mjs';

/**
 * @typedef {object} Hub
 * @property {string} url
 * @property {string} mailUrl
 * @property {string} identityUrl
 * @property {string} dataDir
 * @property {import('../ports.mjs').Ports} ports
 * @property {Record<string, string>} env what the backend gets
 * @property {Record<string, string>} ownerEnv what migrations and the seed get besides
 * @property {{ postgres: import('./PostgresService.mjs').PostgresService, backend: import('./BackendService.mjs').BackendService, mail: import('../child/startChild.mjs').Child, identity: import('../child/startChild.mjs').Child }} services
 * @property {() => Promise<void>} stop everything, the backend first
 */

/**
 * Starts a whole hub: PostgreSQL, sign-in, mail, migrations, the first data, the
 * pages and the backend. Several can run side by side with different folders and
 * ports.
 *
 * @param {object} [options]
 * @param {string} [options.dataDir] default `.data`, or `HUB_DATA_DIR`
 * @param {Partial<import('../ports.mjs').Ports>} [options.ports]
 * @param {boolean} [options.seed] whether an empty hub gets the synthetic network
 * @param {boolean} [options.pages] whether the pages are built when stale
 * @param {boolean} [options.minting] lets tests make accounts with any claims
 * @param {Record<string, string>} [options.env] more variables for the backend
 * @param {string[]} [options.configs] more configuration files for the backend
 * @param {Record<string, string>} [options.postgresSettings]
 * @param {(line: string) => void} [options.onLog] hears each step
 * @param {import('../console/narrator.mjs').Narrator} [options.narrator] in place of `onLog`
 * @returns {Promise<Hub>} when it is ready for requests
 */
export async function startHub({
  dataDir,
  ports,
  seed = true,
  pages = true,
  minting = false,
  env = {},
  configs = [],
  postgresSettings,
  onLog,
  narrator = callbackNarrator(onLog),
} = {}) {
  const services = await startServices({
    dataDir,
    ports,
    minting,
    postgresSettings,
    narrator,
  });
  const backend = createBackendService({ services, env, configs });
  const stop = async () => {
    await backend.stop();
    await services.stop();
  };
  try {
    await Promise.all([
      pages &&
        buildFrontend({
          dataDir: services.dataDir,
          env: services.env,
          narrator,
        }),
      prepareData({ services, seed, narrator }),
    ]);
    await narrator.step('The hub', () => backend.start());
  } catch (error) {
    await stop();
    throw error;
  }
  const { postgres, mail, identity } = services;
  return {
    url: services.url,
    mailUrl: services.mailUrl,
    identityUrl: services.identityUrl,
    dataDir: services.dataDir,
    ports: services.ports,
    env: services.env,
    ownerEnv: services.ownerEnv,
    services: { postgres, backend, mail, identity },
    stop,
  };
}

/**
 * @param {object} options
 * @param {import('./startServices.mjs').Services} options.services
 * @param {boolean} options.seed
 * @param {import('../console/narrator.mjs').Narrator} options.narrator
 */
async function prepareData({ services, seed, narrator }) {
  await narrator.step('Database tables', () =>
    runBackendScript({
      title: 'Migrating the database',
      script: 'migrate.ts',
      services,
    }),
  );
  const seeded = join(services.dataDir, 'seeded');
  if (!seed || existsSync(seeded)) {
    return;
  }
  await narrator.step('Reference data and the synthetic network', () =>
    runBackendScript({
      title: 'Loading the first data',
      script: 'seed.ts',
      services,
    }),
  );
  writeFileSync(seeded, `${new Date().toISOString()}\n`);
}
