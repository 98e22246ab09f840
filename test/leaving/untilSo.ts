/** Longer than anything may take, so that the figure shows by how much. */
const PATIENCE_MS = 90_000;
const LOOK_EVERY_MS = 100;

/**
 * Looks again and again until it is so.
 *
 * @returns seconds since `since` (of `performance.now()`); `Infinity` when it
 *   never became so
 */
export async function untilSo(
  since: number,
  isSo: () => Promise<boolean> | boolean,
): Promise<number> {
  while (performance.now() - since < PATIENCE_MS) {
    if (await isSo()) return (performance.now() - since) / 1_000;
    await new Promise(done => setTimeout(done, LOOK_EVERY_MS));
  }
  return Infinity;
}
