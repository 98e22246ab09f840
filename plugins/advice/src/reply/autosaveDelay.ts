import type { ProblemError } from '@imsa-hub/ui';

/** A pause in typing. */
export const PAUSE_MS = 2_000;
/** Until the next try where no answer came. */
const AGAIN_MS = 10_000;

/**
 * How long to wait before saving, in ms; nothing where saving again would be
 * refused again, until the text is changed.
 */
export function autosaveDelay(
  problem: Pick<ProblemError, 'status' | 'isStale'> | null,
): number | null {
  if (!problem || problem.isStale) return PAUSE_MS;
  const isPassing = problem.status === 0 || problem.status >= 500;
  return isPassing || problem.status === 429 ? AGAIN_MS : null;
}
