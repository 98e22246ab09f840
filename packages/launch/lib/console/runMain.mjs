import { stopAllChildren } from '../child/startChild.mjs';
import { describeFailure } from '../PlainFailure.mjs';

/**
 * Runs a command-line program: failures in plain words, signals and a vanished
 * npm stop everything that was started, and the exit code says how it went.
 *
 * @param {(options: { onStop: (stop: () => Promise<void>) => void }) => Promise<number>} main
 *   resolves with the exit code; `onStop` says how to stop in order
 */
export async function runMain(main) {
  /** @type {() => Promise<void>} */
  let stop = stopAllChildren;
  let stopping = false;
  const stopOnce = async (
    /** @type {number} */ code,
    /** @type {string} */ why,
  ) => {
    if (stopping) {
      return;
    }
    stopping = true;
    process.stdout.write(`\n${why}\n`);
    try {
      await stop();
      await stopAllChildren();
    } catch (error) {
      process.stderr.write(`${describeFailure(error)}\n`);
    }
    process.stdout.write('Stopped.\n');
    process.exit(code);
  };
  process.on('SIGINT', () => void stopOnce(130, 'Stopping …'));
  process.on('SIGTERM', () => void stopOnce(143, 'Stopping …'));
  process.on('SIGHUP', () => void stopOnce(129, 'Stopping …'));
  process.stdout.on('error', () => void stopOnce(129, 'Stopping …'));
  watchParent(() => void stopOnce(129, 'npm has gone: stopping …'));
  try {
    const code = await main({ onStop: chosen => (stop = chosen) });
    process.exit(code);
  } catch (error) {
    if (stopping) {
      return;
    }
    stopping = true;
    process.stderr.write(`\n${describeFailure(error)}\n`);
    await stopAllChildren();
    process.exit(1);
  }
}

/**
 * npm can be killed without telling us; then our parent becomes another one.
 *
 * @param {() => void} onGone
 */
function watchParent(onGone) {
  if (!process.env.npm_lifecycle_event) {
    return;
  }
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && onGone(), 1000).unref();
}
