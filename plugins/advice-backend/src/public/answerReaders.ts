import { isCalendarDate, plainText } from '@imsa-hub/core';
import { FormValues, type PageError } from '@imsa-hub/core-node';
import { isTooLongAgo } from '@imsa-hub/deadlines-node';

const DATE_PARTS = ['day', 'month', 'year'] as const;

/** One of a fixed list, or what to do. */
export function readChoice<Value extends string>(options: {
  values: FormValues;
  field: string;
  among: readonly Value[];
  message: string;
}): { answer: Value } | { errors: PageError[] } {
  const { values, field, among, message } = options;
  const answer = among.find(value => value === values.one(field));
  return answer === undefined ? { errors: [{ field, message }] } : { answer };
}

/** Free text, bounded as the contract bounds it. */
export function readText(options: {
  values: FormValues;
  field: string;
  max: number;
  /** What to say when it is empty; without it, empty is an answer. */
  empty?: string;
}): { answer: string } | { errors: PageError[] } {
  const { values, field, max, empty } = options;
  const schema = plainText({ max, min: empty ? 1 : 0, empty });
  const parsed = schema.safeParse(values.one(field));
  if (parsed.success) return { answer: parsed.data };
  const message = parsed.error.issues[0]?.message ?? 'Enter this again';
  return { errors: [{ field, message }] };
}

/**
 * A day from its three fields; months may be written as words. Not later than
 * `today`.
 */
export function readDate(options: {
  values: FormValues;
  field: string;
  /** What the date is of, to follow "Enter the date of:". */
  what: string;
  today: string;
}): { answer: string } | { errors: PageError[] } {
  const { values, field, what, today } = options;
  const [day = '', month = '', year = ''] = DATE_PARTS.map(part =>
    values.one(`${field}-${part}`).trim(),
  );
  const fail = (part: string, message: string) => ({
    errors: [{ field: part ? `${field}-${part}` : field, message }],
  });
  if (!day && !month && !year) return fail('', `Enter the date of: ${what}`);
  if (!day) return fail('day', `Enter the day of: ${what}`);
  if (!month) return fail('month', `Enter the month of: ${what}`);
  if (!/^\d{4}$/.test(year)) {
    return fail('year', `Enter the year, four digits, of: ${what}`);
  }
  const date = `${year}-${monthNumber(month)}-${day.padStart(2, '0')}`;
  if (!isCalendarDate(date)) {
    return fail('', `Enter a date that exists, like 27 3 2026, for: ${what}`);
  }
  if (date > today) {
    return fail('', `Enter today’s date or an earlier one for: ${what}`);
  }
  if (isTooLongAgo(date, today)) {
    return fail(
      'year',
      `Look at the year again, it is too long ago, for: ${what}`,
    );
  }
  return { answer: date };
}

/** Whether nothing stands in the three fields of a day. */
export const isDateEmpty = (values: FormValues, field: string) =>
  DATE_PARTS.every(part => !values.one(`${field}-${part}`).trim());

/** The three fields of a day. */
export function dateValues(field: string, date: string) {
  const [year = '', month = '', day = ''] = date.split('-');
  return [
    [`${field}-day`, [String(Number(day))]],
    [`${field}-month`, [String(Number(month))]],
    [`${field}-year`, [year]],
  ] as Array<[string, string[]]>;
}

/** A form with one field filled. */
export function oneValue(field: string, value: string): FormValues {
  return new FormValues([[field, [value]]]);
}

const MONTHS = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];

function monthNumber(typed: string): string {
  const named = MONTHS.indexOf(typed.slice(0, 3).toLowerCase());
  return named < 0
    ? typed.padStart(2, '0')
    : String(named + 1).padStart(2, '0');
}
