import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from '../child/startChild.mjs';
import { projectRoot } from '../paths.mjs';
import { PlainFailure } from '../PlainFailure.mjs';
import { requireFreePort } from '../ports.mjs';
import { waitForHttp } from '../waitForHttp.mjs';
import {
  backendFolder,
  childEnvironment,
  nodeProgram,
  typescriptArguments,
} from './node.mjs';

/**
 * The hub's own process as something that can be stopped, killed and started.
 *
 * @typedef {object} BackendService
 * @property {number | undefined} pid while it runs
 * @property {string} logFile
 * @property {() => Promise<void>} start resolves when it is ready for requests
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} killHard SIGKILL, as a crash would
 * @property {() => boolean} isRunning
 * @property {(lines?: number) => Promise<string[]>} tail
 * @property {(heard: () => void) => void} onUnexpectedEnd
 */

/**
 * @param {object} options
 * @param {import('./startServices.mjs').Services} options.services
 * @param {Record<string, string>} [options.env] more variables, for tests
 * @param {string[]} [options.configs] more configuration files, for tests
 * @returns {BackendService}
 */
export function createBackendService({ services, env = {}, configs = [] }) {
  const script = join(backendFolder, 'src/index.ts');
  const logFile = join(services.dataDir, 'logs/backend.log');
  /** @type {import('../child/startChild.mjs').Child | undefined} */
  let child;
  let expected = false;
  /** @type {(() => void)[]} */
  const listeners = [];

  return {
    logFile,
    get pid() {
      return child?.isRunning() ? child.pid : undefined;
    },
    isRunning: () => child?.isRunning() ?? false,
    tail: async lines => child?.tail(lines) ?? [],
    onUnexpectedEnd: heard => void listeners.push(heard),
    async start() {
      requireFile(script);
      await requireFreePort({ name: 'hub', port: services.ports.hub });
      expected = false;
      const files = [join(projectRoot, 'app-config.yaml'), ...configs];
      const started = startChild({
        name: 'The hub',
        command: nodeProgram(),
        args: typescriptArguments({
          script,
          args: files.flatMap(file => ['--config', file]),
        }),
        cwd: backendFolder,
        logFile,
        env: childEnvironment({ ...services.env, ...env }),
      });
      child = started;
      await waitForHttp({
        url: `http://127.0.0.1:${services.ports.hub}/.backstage/health/v1/readiness`,
        child: started,
      });
      void started.exited.then(() => {
        if (!expected) {
          listeners.forEach(heard => heard());
        }
      });
    },
    async stop() {
      expected = true;
      await child?.stop({ graceMs: 15_000 });
    },
    async killHard() {
      expected = true;
      await child?.killHard();
    },
  };
}

/** @param {string} file */
function requireFile(file) {
  if (!existsSync(file)) {
    throw new PlainFailure({
      message: `The hub cannot start: ${file} is missing.`,
      advice: 'bring the file back (git status shows what is missing).',
    });
  }
}
