import type { QueueRow } from '@imsa-hub/advice-common';

/** How many are offered at once. */
const MOST = 8;

/** The queries whose reference holds a text, as far as a person can scan. */
export function findQueries(options: {
  rows: readonly QueueRow[];
  text: string;
  /** The id of the query that it is about. */
  without: string;
}): readonly QueueRow[] {
  const wanted = options.text.trim().toUpperCase();
  return options.rows
    .filter(({ id }) => id !== options.without)
    .filter(({ reference }) => reference.includes(wanted))
    .slice(0, MOST);
}
