import { z } from 'zod';
import { HubInputError } from '@imsa-hub/core-node';

const CursorSchema = z.union([
  z.tuple([z.int(), z.iso.datetime(), z.string().max(26)]),
  z.tuple([z.iso.datetime(), z.string().max(26)]),
]);

/** Where a page of the queue ended, as text for the next request. */
export function writeCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Reads what {@link writeCursor} wrote. */
export function readCursor(
  text: string,
  /** How many values the order of this view has; another view's do not fit. */
  length: number,
): readonly (string | number)[] {
  try {
    const place = CursorSchema.parse(
      JSON.parse(Buffer.from(text, 'base64url').toString('utf8')),
    );
    if (place.length !== length) throw new Error('Of another view');
    return place;
  } catch {
    throw new HubInputError({
      fields: [
        {
          field: 'query.cursor',
          message: 'Start again from the first page of the queue',
        },
      ],
    });
  }
}
