import { join } from 'node:path';
import { PlainFailure } from '../PlainFailure.mjs';
import pidLock from '../setup/pidLock.cjs';

/**
 * Makes sure that one hub at a time uses a data folder. A lock left by a launcher
 * that was killed is taken over.
 *
 * @param {{ dataDir: string }} options
 * @returns {() => void} gives the folder back
 * @throws {PlainFailure} when another launcher that is alive uses it
 */
export function lockDataDir({ dataDir }) {
  const lock = pidLock.takePidLock({ file: lockFile(dataDir) });
  if (lock.taken) {
    return lock.release;
  }
  throw new PlainFailure({
    message: `A hub is already running on ${dataDir} (process ${lock.holder}).`,
    advice: `use that one, stop it with Ctrl-C where it runs (or: kill ${lock.holder}), or give this one a folder and ports of its own (HUB_DATA_DIR, HUB_PORT and so on).`,
  });
}

/**
 * The launcher that uses a data folder now.
 *
 * @param {{ dataDir: string }} options
 * @returns {number | undefined} its process number
 */
export const lockHolder = ({ dataDir }) =>
  pidLock.pidLockHolder({ file: lockFile(dataDir) });

/** @param {string} dataDir */
const lockFile = dataDir => join(dataDir, 'launcher.pid');
