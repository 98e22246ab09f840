import { hasUnusableCharacters, isId } from '@imsa-hub/core';
import { HubInputError } from '@imsa-hub/core-node';

/** The last row of a page: the next one begins after it. */
export interface ListPosition {
  sortName: string;
  id: string;
}

/** Writes a position as an opaque text for addresses and bodies. */
export function encodeCursor(position: ListPosition): string {
  return Buffer.from(JSON.stringify([position.sortName, position.id])).toString(
    'base64url',
  );
}

/**
 * Reads a position that {@link encodeCursor} wrote.
 *
 * @throws HubInputError naming `field` when it is anything else
 */
export function decodeCursor(options: {
  cursor: string;
  field: string;
}): ListPosition {
  const position = read(options.cursor);
  if (position) return position;
  throw new HubInputError({
    fields: [
      {
        field: options.field,
        message: 'This page cannot be continued; start again',
      },
    ],
  });
}

function read(cursor: string): ListPosition | undefined {
  try {
    const value: unknown = JSON.parse(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    );
    if (!Array.isArray(value) || value.length !== 2) return undefined;
    const [sortName, id] = value as unknown[];
    if (typeof sortName !== 'string' || typeof id !== 'string')
      return undefined;
    if (!isId(id) || hasUnusableCharacters(sortName)) return undefined;
    return { sortName, id };
  } catch {
    return undefined;
  }
}

/** Cuts the one row too many that a page was read with, and says what follows. */
export function pageOf<Row extends { id: string; sort_name: string }>(
  rows: readonly Row[],
  limit: number,
): { rows: readonly Row[]; nextCursor?: string } {
  if (rows.length <= limit) return { rows };
  const kept = rows.slice(0, limit);
  const last = kept[kept.length - 1];
  if (!last) return { rows: kept };
  return {
    rows: kept,
    nextCursor: encodeCursor({ sortName: last.sort_name, id: last.id }),
  };
}
