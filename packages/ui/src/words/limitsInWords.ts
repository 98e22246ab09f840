import { writtenDate } from '../record/dates';
import type { LimitLine } from '../record/LimitList';

/** Limits in a sentence, to be read out: titles and dates, no working. */
export function limitsInWords(
  limits: readonly Pick<LimitLine, 'title' | 'limit'>[],
): string {
  return limits
    .map(({ title, limit }) =>
      limit
        ? `${title} by ${writtenDate(limit)}.`
        : `${title}: no date can be given.`,
    )
    .join(' ');
}
