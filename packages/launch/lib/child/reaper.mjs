import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** @type {import('node:child_process').ChildProcess | undefined} */
let reaper;

/**
 * Promises that a child will not outlive this process, however it ends: a small
 * process of its own watches a pipe from us and stops the child when it closes.
 *
 * @param {{ pid: number, signal: NodeJS.Signals }} options `signal` is the
 *   child's polite way to stop
 * @returns {() => void} to be called when the child has ended
 */
export function watchOver({ pid, signal }) {
  if (!reaper || reaper.exitCode !== null) {
    reaper = spawn(
      process.execPath,
      [fileURLToPath(new URL('./reaper.cjs', import.meta.url))],
      // A session of its own: a Ctrl-C or a closed terminal does not reach it.
      { stdio: ['pipe', 'ignore', 'ignore'], detached: true },
    );
    reaper.unref();
    reaper.stdin?.on('error', () => {});
    if (reaper.stdin && 'unref' in reaper.stdin) {
      /** @type {import('node:net').Socket} */ (reaper.stdin).unref();
    }
  }
  const { stdin } = reaper;
  stdin?.write(`+${pid} ${signal}\n`);
  return () => void stdin?.write(`-${pid}\n`);
}
