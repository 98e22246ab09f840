import { HubInputError } from '@imsa-hub/core-node';
import type { z } from 'zod';

/** Where a page ended, as text for the next request. */
export function writeCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Reads what {@link writeCursor} wrote. @throws HubInputError for another's */
export function readCursor<T>(schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(
      JSON.parse(Buffer.from(text, 'base64url').toString('utf8')),
    );
  } catch {
    throw new HubInputError({
      fields: [
        {
          field: 'query.cursor',
          message: 'Start again from the first page',
        },
      ],
    });
  }
}
