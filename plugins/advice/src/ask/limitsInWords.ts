import type { Limit } from '@imsa-hub/advice-common';
import { writtenDate } from '@imsa-hub/ui';

/** Limits in a sentence, to be read out: titles and dates, no working. */
export function limitsInWords(
  limits: readonly Pick<Limit, 'title' | 'limit'>[],
): string {
  return limits
    .map(({ title, limit }) =>
      limit
        ? `${title} by ${writtenDate(limit)}.`
        : `${title}: no date can be given.`,
    )
    .join(' ');
}
