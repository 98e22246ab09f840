import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { callbackNarrator } from '../console/narrator.mjs';
import { startIdentity } from '../identity/startIdentity.mjs';
import { startMail } from '../mail/startMail.mjs';
import { resolveDataDir } from '../paths.mjs';
import { requireFreePort, resolvePorts } from '../ports.mjs';
import { readOrCreateSecrets } from '../secrets.mjs';
import { lockDataDir } from './dataDirLock.mjs';
import {
  backendEnvironment,
  hubUrl,
  ownerEnvironment,
} from './environment.mjs';
import { createPostgresService } from './PostgresService.mjs';

/**
 * @typedef {object} Services
 * @property {string} dataDir
 * @property {string} url where the hub is or will be
 * @property {string} mailUrl where mails can be read
 * @property {string} identityUrl
 * @property {import('../ports.mjs').Ports} ports
 * @property {Record<string, string>} env what the backend gets
 * @property {Record<string, string>} ownerEnv what migrations and the seed get
 * @property {import('./PostgresService.mjs').PostgresService} postgres
 * @property {import('../child/startChild.mjs').Child} identity
 * @property {import('../child/startChild.mjs').Child} mail
 * @property {() => Promise<void>} stop
 */

/**
 * Starts PostgreSQL, the local sign-in service and the local mail receiver, side
 * by side, without the hub itself.
 *
 * @param {object} [options]
 * @param {string} [options.dataDir] default `.data`, or `HUB_DATA_DIR`
 * @param {Partial<import('../ports.mjs').Ports>} [options.ports]
 * @param {boolean} [options.minting] lets tests make accounts with any claims
 * @param {Record<string, string>} [options.postgresSettings]
 * @param {import('../console/narrator.mjs').Narrator} [options.narrator]
 * @returns {Promise<Services>}
 */
export async function startServices({
  dataDir: chosenDataDir,
  ports: chosenPorts,
  minting = false,
  postgresSettings,
  narrator = callbackNarrator(undefined),
} = {}) {
  const dataDir = resolveDataDir({ dataDir: chosenDataDir });
  const unlock = lockDataDir({ dataDir });
  /** @type {{ stop: () => Promise<void> }[]} */
  const started = [];
  const stop = async () => {
    await Promise.all(started.map(service => service.stop()));
    unlock();
  };
  try {
    await mkdir(join(dataDir, 'logs'), { recursive: true });
    const ports = await resolvePorts({ dataDir, given: chosenPorts });
    for (const name of /** @type {const} */ ([
      'identity',
      'mailWeb',
      'smtp',
      'mailbox',
      'hub',
    ])) {
      await requireFreePort({ name, port: ports[name] });
    }
    const secrets = await readOrCreateSecrets({ dataDir });
    const postgres = createPostgresService({
      dataDir,
      port: ports.postgres,
      secrets,
      settings: postgresSettings,
      say: narrator.say,
    });
    started.push(postgres);
    const keep = (
      /** @type {import('../child/startChild.mjs').Child} */ child,
    ) => {
      started.push(child);
      return child;
    };
    const results = await Promise.allSettled([
      narrator.step('PostgreSQL', () => postgres.start()),
      narrator.step('Local sign-in service', async () =>
        startIdentity({ dataDir, ports, secrets, minting, keep }),
      ),
      narrator.step('Local mail receiver', () =>
        startMail({ dataDir, ports, keep }),
      ),
    ]);
    const failed = results.find(result => result.status === 'rejected');
    if (failed) {
      throw failed.reason;
    }
    const [, identity, mail] = results;
    return {
      dataDir,
      url: hubUrl(ports),
      mailUrl: `http://localhost:${ports.mailWeb}`,
      identityUrl: `http://localhost:${ports.identity}`,
      ports,
      env: backendEnvironment({ dataDir, ports, secrets }),
      ownerEnv: ownerEnvironment({ secrets }),
      postgres,
      identity: /** @type {any} */ (identity).value,
      mail: /** @type {any} */ (mail).value,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
