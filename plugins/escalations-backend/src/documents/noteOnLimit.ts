import { formatDate, wordsForPlace } from '@imsa-hub/core';
import type { Limit } from '@imsa-hub/deadlines-common';

/**
 * What the writer of a letter has to know of a limit, as a note to take out. A
 * letter does not tell the other side what the last day was: it could be wrong,
 * and a day that has passed would be conceded.
 */
export function noteOnLimit(input: {
  limit: Limit;
  /** Its last day, `YYYY-MM-DD`. */
  last: string;
  /** What happened: "Told of the homelessness decision". */
  event: string;
  /** `YYYY-MM-DD`. */
  today: string;
}): string {
  const { limit, last, event, today } = input;
  const isPast = last < today;
  return wordsForPlace(
    [
      'Note to you, to take out:',
      `the case says “${event}” on ${formatDate(limit.eventDate)}.`,
      `Worked out from it: ${limit.title}, last day ${formatDate(last)}.`,
      isPast &&
        'That day has passed: take advice on asking late, and do not say in the letter that it is late unless the adviser says so.',
      limit.working.length > 0 && `How: ${limit.working.map(ended).join(' ')}`,
      limit.caution && `Careful: ${ended(limit.caution)}`,
      limit.confidence !== 'primary' &&
        'The law itself was not read for this rule.',
      'Check both days against the decision letter and the law.',
    ]
      .filter(Boolean)
      .join(' '),
  );
}

const ended = (sentence: string) => sentence.trim().replace(/[^.!?]$/, '$&.');
