/** A row of a list of work. */
export interface ListRow {
  id: string;
  version: number;
}

/**
 * What a reader of the list would notice. The version alone is not news: it
 * counts up with every saved word.
 */
function whatShows(row: ListRow & { allowedActions?: unknown }): string {
  const { version, allowedActions, ...visible } = row;
  return JSON.stringify(visible);
}

/**
 * Whether what stood on the screen is different now. Rows that only came
 * after the last one (the reader asked for more) are no change.
 */
export function hasListChanged(options: {
  before: readonly ListRow[];
  after: readonly ListRow[];
}): boolean {
  const { before, after } = options;
  if (after.length < before.length) return true;
  return before.some((row, index) => {
    const now = after[index];
    return !now || whatShows(now) !== whatShows(row);
  });
}
