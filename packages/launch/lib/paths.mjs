import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project: the one with the root `package.json`. */
export const projectRoot = resolve(
  dirname(fileURLToPath(import.meta.url)),
  '../../..',
);

/**
 * Where everything that belongs to this one hub on this one machine is kept.
 * `HUB_DATA_DIR` moves it, so that tests and checks can run several hubs.
 *
 * @param {{ dataDir?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {string} an absolute path
 */
export function resolveDataDir(options = {}) {
  const env = options.env ?? process.env;
  const chosen = options.dataDir ?? env.HUB_DATA_DIR;
  return chosen ? resolve(chosen) : join(projectRoot, '.data');
}
