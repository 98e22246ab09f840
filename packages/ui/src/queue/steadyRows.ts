/**
 * Rows in the places in which they stood. Those that left are gone; those that
 * only follow after the last one are there (the reader asked for more).
 */
export function steadyRows<R extends { id: string }>(options: {
  /** Ids in the order in which they stand on the screen. */
  before: readonly string[];
  rows: readonly R[];
}): readonly R[] {
  const { before, rows } = options;
  const known = new Set(before);
  const byId = new Map(rows.map(row => [row.id, row]));
  const stay = before.flatMap(id => byId.get(id) ?? []);
  const lastKnown = rows.findLastIndex(({ id }) => known.has(id));
  return [...stay, ...rows.slice(lastKnown + 1)];
}
