import { setTimeout as sleep } from 'node:timers/promises';
import { PlainFailure } from './PlainFailure.mjs';

/**
 * Waits until an address answers 200.
 *
 * @param {object} options
 * @param {string} options.url
 * @param {import('./child/startChild.mjs').Child} options.child who should answer
 * @param {number} [options.timeoutMs]
 * @throws {PlainFailure} with the last lines of the child's log when it ended or
 *   took too long
 */
export async function waitForHttp({ url, child, timeoutMs = 180_000 }) {
  const deadline = Date.now() + timeoutMs;
  while (child.isRunning() && Date.now() < deadline) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      await response.body?.cancel();
      if (response.status === 200) {
        return;
      }
    } catch {
      // Not listening yet.
    }
    await sleep(50);
  }
  throw new PlainFailure({
    message: child.isRunning()
      ? `${child.name} did not answer within ${Math.round(timeoutMs / 1000)} s.`
      : `${child.name} ended while it was starting.`,
    details: await child.tail(),
    advice: `read ${child.logFile}, mend what it names, and run the same command again.`,
  });
}
