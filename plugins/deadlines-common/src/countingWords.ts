import { periodWords, type DeadlineRule } from '@imsa-hub/core';

/** What is said wherever rules or limits are shown. */
export const REMINDER =
  'A rule is a reminder with its source, not legal advice. Law changes: check before you rely on a date.';

/** What is said of a rule whose primary text was not read. */
export const SECONDARY = 'Secondary: no primary text was read.';

const CLOSED_DAY: Readonly<Record<DeadlineRule['closedDay'], string>> = {
  none: 'A limit that falls on a weekend or bank holiday stays there.',
  'next-working-day':
    'A limit that falls on a weekend or bank holiday moves to the next working day.',
  'next-court-opening':
    'A limit that falls on a day when the court is closed moves to its next opening.',
};

/** How a rule counts, step by step, in sentences. */
export function countingWords(rule: DeadlineRule): string[] {
  const { period, dayOfNotice, postAllowanceHours, lateLimit } = rule;
  return [
    ...(postAllowanceHours > 0
      ? [`${postAllowanceHours} hours are allowed for the post first.`]
      : []),
    `The period is ${periodWords(period)}.`,
    dayOfNotice === 'included'
      ? 'The day of the event counts as day 1.'
      : 'The day of the event does not count.',
    ...rule.extensions.map(({ words, days }) => `${words}: ${days} days more.`),
    ...(rule.endsEarlier ? [`${rule.endsEarlier.words}.`] : []),
    CLOSED_DAY[rule.closedDay],
    ...(lateLimit
      ? [`${lateLimit.words}: ${periodWords(lateLimit.period)}.`]
      : []),
  ];
}
