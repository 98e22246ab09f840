import { CalendarDate, daysBetween, isCalendarDate } from './calendarDate';
import { instantOf } from './instant';

// Building an Intl formatter costs a hundred times what using it does.
const WEEKDAY_AND_DAY = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
} as const;
const calendarFormatter = new Intl.DateTimeFormat('en-GB', {
  ...WEEKDAY_AND_DAY,
  timeZone: 'UTC',
});
const londonFormatter = new Intl.DateTimeFormat('en-GB', {
  ...WEEKDAY_AND_DAY,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/London',
});
const londonDateFormatter = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: 'Europe/London',
});

type Part = 'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute';

function partsOf(
  formatter: Intl.DateTimeFormat,
  date: Date | number,
): Record<Part, string> {
  const parts = {
    weekday: '',
    day: '',
    month: '',
    year: '',
    hour: '',
    minute: '',
  };
  for (const { type, value } of formatter.formatToParts(date)) {
    if (type in parts) parts[type as Part] = value;
  }
  return parts;
}

function clockWords(hour: number, minute: string): string {
  if (minute === '00' && hour === 0) return 'midnight';
  if (minute === '00' && hour === 12) return 'midday';
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  return `${twelve}${minute === '00' ? '' : `:${minute}`}${hour < 12 ? 'am' : 'pm'}`;
}

/**
 * The day in London at a moment (an ISO instant or a `Date`), `YYYY-MM-DD`.
 * Throws `RangeError` when it is no moment.
 */
export function londonDateOf(moment: string | Date): CalendarDate {
  const parts = partsOf(londonDateFormatter, instantOf(moment));
  return `${parts.year}-${parts.month}-${parts.day}`;
}

function toCalendarDate(value: string | Date): CalendarDate {
  return isCalendarDate(value) ? value : londonDateOf(value);
}

/**
 * A day as people read it: "Monday 30 November 2026". Takes `YYYY-MM-DD`, or a
 * moment, whose day in London it writes. Throws `RangeError`.
 */
export function formatDate(value: string | Date): string {
  const day = new Date(toCalendarDate(value));
  const parts = partsOf(calendarFormatter, day);
  return `${parts.weekday} ${parts.day} ${parts.month} ${parts.year}`;
}

/**
 * A moment as people read it, in London: "Monday 30 November 2026 at 9:30am",
 * "… at 5pm", "… at midday". Takes an ISO instant or a `Date`. Throws
 * `RangeError`.
 */
export function formatMoment(moment: string | Date): string {
  const parts = partsOf(londonFormatter, instantOf(moment));
  const day = `${parts.weekday} ${parts.day} ${parts.month} ${parts.year}`;
  return `${day} at ${clockWords(Number(parts.hour), parts.minute)}`;
}

/**
 * How far a day is from now, by days in London: "today", "tomorrow",
 * "yesterday", "in 3 days", "2 days ago". `date` is `YYYY-MM-DD` or a moment,
 * `now` a moment (or a day). Throws `RangeError`.
 */
export function formatRelativeDay({
  date,
  now,
}: {
  date: string | Date;
  now: string | Date;
}): string {
  const days = daysBetween({
    from: toCalendarDate(now),
    to: toCalendarDate(date),
  });
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}
