import type { QueueRow } from '@imsa-hub/advice-common';

/**
 * What a reader of the queue would notice. The version alone is not news: it
 * counts up with every saved word of a reply.
 */
function whatShows(row: QueueRow): string {
  const { version, allowedActions, ...visible } = row;
  return JSON.stringify(visible);
}

/**
 * Whether what stood on the screen is different now. Rows that only came
 * after the last one (the reader asked for more) are no change.
 */
export function hasQueueChanged(options: {
  before: readonly QueueRow[];
  after: readonly QueueRow[];
}): boolean {
  const { before, after } = options;
  if (after.length < before.length) return true;
  return before.some((row, index) => {
    const now = after[index];
    return !now || whatShows(now) !== whatShows(row);
  });
}
