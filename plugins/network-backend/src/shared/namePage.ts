import { hasUnusableCharacters, isId } from '@imsa-hub/core';
import { cutPage, readCursor } from '@imsa-hub/core-node';
import { z } from 'zod';

const NamePlaceSchema = z.tuple([
  z.string().refine(name => !hasUnusableCharacters(name)),
  z.string().refine(isId),
]);

/** The last row of a page of a list by name; nothing before the first page. */
export function readNamePlace(options: {
  cursor: string | undefined;
  field: string;
}): { sortName: string | null; id: string | null } {
  const { cursor, field } = options;
  if (cursor === undefined) return { sortName: null, id: null };
  const [sortName, id] = readCursor({ cursor, field, schema: NamePlaceSchema });
  return { sortName, id };
}

/** Cuts the one row too many that a page by name was read with. */
export function namePage<Row extends { id: string; sort_name: string }>(
  rows: readonly Row[],
  size: number,
): { rows: readonly Row[]; nextCursor?: string } {
  const page = cutPage({ rows, size, placeOf: row => [row.sort_name, row.id] });
  return page.next
    ? { rows: page.rows, nextCursor: page.next }
    : { rows: page.rows };
}
