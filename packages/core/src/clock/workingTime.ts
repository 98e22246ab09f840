import { instantOf } from '../dates';
import { localDateOf, openDayOf, WorkingCalendar } from './openSpans';

const MINUTE = 60_000;

/**
 * The moment (ISO, UTC) at which `minutes` of working time have passed since
 * `from` (an ISO instant). Time outside the hours and on bank holidays does not
 * count; no minutes at all give `from` back. Local hours hold across clock
 * changes. Takes a step a day, not a minute. Throws `RangeError` on a moment
 * that does not parse and on minutes below zero.
 */
export function addWorkingTime({
  from,
  minutes,
  ...calendar
}: WorkingCalendar & { from: string; minutes: number }): string {
  if (!Number.isFinite(minutes) || minutes < 0) {
    throw new RangeError(`Working time cannot be ${minutes} minutes`);
  }
  const start = instantOf(from);
  let left = Math.round(minutes * MINUTE);
  if (left === 0) return new Date(start).toISOString();

  let date = localDateOf(start, calendar.hours.zone);
  for (;;) {
    const { spans, next } = openDayOf({ date, ...calendar });
    for (const span of spans) {
      const begin = Math.max(span.from, start);
      const length = Math.max(0, span.to - begin);
      if (left <= length) return new Date(begin + left).toISOString();
      left -= length;
    }
    date = next;
  }
}

/**
 * The minutes of working time between two moments, with fractions; none
 * when `to` is not after `from`. Throws `RangeError` on a moment that does not
 * parse.
 */
export function workingMinutesBetween({
  from,
  to,
  ...calendar
}: WorkingCalendar & { from: string | Date; to: string | Date }): number {
  const start = instantOf(from);
  const end = instantOf(to);
  if (end <= start) return 0;

  const { zone } = calendar.hours;
  const lastDate = localDateOf(end, zone);
  let total = 0;
  let date = localDateOf(start, zone);
  while (date <= lastDate) {
    const { spans, next } = openDayOf({ date, ...calendar });
    for (const span of spans) {
      const begin = Math.max(span.from, start);
      total += Math.max(0, Math.min(span.to, end) - begin);
    }
    date = next;
  }
  return total / MINUTE;
}
