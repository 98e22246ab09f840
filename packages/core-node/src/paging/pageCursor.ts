import { z } from 'zod';
import { HubInputError } from '../http/errors';

/** Where a page of a list ended: the last row's values of the list's order. */
export type Place = readonly (string | number)[];

/** Writes a place as an opaque text for addresses and bodies. */
export function writeCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/**
 * Reads what {@link writeCursor} wrote.
 *
 * @param options.schema - the values of this list's order; those of another
 *   order do not fit
 * @param options.field - where it came in; `query.cursor` unless told
 * @throws HubInputError where it is anything else
 */
export function readCursor<T>(options: {
  cursor: string;
  schema: z.ZodType<T>;
  field?: string;
}): T {
  const { cursor, schema, field = 'query.cursor' } = options;
  try {
    return schema.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
  } catch {
    throw new HubInputError({
      fields: [{ field, message: 'Start again from the first page' }],
    });
  }
}

/** A moment and an id: the place in a list by time. */
export const MomentPlaceSchema = z.tuple([
  z.iso.datetime(),
  z.string().max(26),
]);

/**
 * A page of rows that were read with one too many, and where the next one goes
 * on; nothing after the last.
 */
export function cutPage<Row>(options: {
  rows: readonly Row[];
  size: number;
  placeOf(row: Row): Place;
}): { rows: readonly Row[]; next: string | null } {
  const { rows, size, placeOf } = options;
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return {
    rows: page,
    next: rows.length > size && last ? writeCursor(placeOf(last)) : null,
  };
}
