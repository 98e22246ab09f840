import { z } from 'zod';

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_IN_MILLISECONDS = 86_400_000;

/**
 * A day in the calendar as `YYYY-MM-DD`, without a time or a zone. Sorts and
 * compares as text.
 */
export type CalendarDate = string;

/** Monday is 1 and Sunday 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Whether a value is a day that exists, written `YYYY-MM-DD`. Years outside
 * 1900 to 2999 are refused: in this field they are slips of the keyboard.
 */
export function isCalendarDate(value: unknown): value is CalendarDate {
  const match = typeof value === 'string' ? SHAPE.exec(value) : null;
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [
    number,
    number,
    number,
  ];
  if (year < 1900 || year > 2999 || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

/** A day that exists, `YYYY-MM-DD`; 30 February and 2026-2-3 are refused. */
export const CalendarDateSchema = z.string().refine(isCalendarDate, {
  error: 'Enter a date that exists, as year-month-day, like 2026-11-30',
});

function dayNumber(date: CalendarDate): number {
  if (!isCalendarDate(date)) throw new RangeError(`Not a date: ${date}`);
  return Date.parse(date) / DAY_IN_MILLISECONDS;
}

function fromDayNumber(days: number): CalendarDate {
  return new Date(days * DAY_IN_MILLISECONDS).toISOString().slice(0, 10);
}

/** The day `days` later, or earlier if negative. Throws `RangeError`. */
export function addDays({
  date,
  days,
}: {
  date: CalendarDate;
  days: number;
}): CalendarDate {
  return fromDayNumber(dayNumber(date) + days);
}

/**
 * The same day of the month, `months` later; where that month is too short,
 * its last day: 31 January and one month is the last day of February. Throws
 * `RangeError` on a date that does not exist.
 */
export function addMonths({
  date,
  months,
}: {
  date: CalendarDate;
  months: number;
}): CalendarDate {
  if (!isCalendarDate(date)) throw new RangeError(`Not a date: ${date}`);
  const [year, month, day] = date.split('-').map(Number) as [
    number,
    number,
    number,
  ];
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = (index % 12) + 1;
  const newDay = Math.min(day, daysInMonth(newYear, newMonth));
  return new Date(Date.UTC(newYear, newMonth - 1, newDay))
    .toISOString()
    .slice(0, 10);
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween({
  from,
  to,
}: {
  from: CalendarDate;
  to: CalendarDate;
}): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day of the week, Monday 1 to Sunday 7. Throws `RangeError`. */
export function weekdayOf(date: CalendarDate): Weekday {
  // 1 January 1970, day number 0, was a Thursday.
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}
