import { DateTime } from 'luxon';
import { addDays, CalendarDate, HolidayCalendar, weekdayOf } from '../dates';
import type { Nation } from '../vocabulary';
import { WEEKDAY_NAMES, WorkingHours } from './workingHours';

/** A stretch of open time in milliseconds since 1970, its end not included. */
export type OpenSpan = { from: number; to: number };

/** What decides when a clock runs: the hours, and the nation's holidays. */
export type WorkingCalendar = {
  hours: WorkingHours;
  holidays: HolidayCalendar;
  nation: Nation;
};

/** The open spans of a day, in order, and the day after it. */
export type OpenDay = { spans: OpenSpan[]; next: CalendarDate };

// Placing a local time in its zone is the costly step, and a queue asks for the
// same few weeks again and again, so the days of each setting are kept.
const REMEMBERED_DAYS = 5000;
const daysByHours = new WeakMap<WorkingHours, Map<CalendarDate, OpenDay>>();

function toInstant(date: CalendarDate, time: string, zone: string): number {
  if (time === '24:00') {
    return toInstant(addDays({ date, days: 1 }), '00:00', zone);
  }
  return DateTime.fromISO(`${date}T${time}`, { zone }).toMillis();
}

function weeklyDay(date: CalendarDate, hours: WorkingHours): OpenDay {
  const remembered = daysByHours.get(hours) ?? new Map<CalendarDate, OpenDay>();
  daysByHours.set(hours, remembered);
  const known = remembered.get(date);
  if (known) return known;

  const weekday = WEEKDAY_NAMES[weekdayOf(date) - 1] ?? 'monday';
  const spans = hours[weekday].map(({ from, to }) => ({
    from: toInstant(date, from, hours.zone),
    to: toInstant(date, to, hours.zone),
  }));
  const day = { spans, next: addDays({ date, days: 1 }) };
  if (remembered.size >= REMEMBERED_DAYS) remembered.clear();
  remembered.set(date, day);
  return day;
}

/**
 * The open spans of a day, and the day after it; no spans on a bank holiday of
 * the nation. Beyond the days for which bank holidays are known only the week
 * counts: a clock that is a day early does less harm than a question that
 * cannot be asked.
 */
export function openDayOf({
  date,
  hours,
  holidays,
  nation,
}: WorkingCalendar & { date: CalendarDate }): OpenDay {
  const day = weeklyDay(date, hours);
  const closed =
    holidays.isKnown({ date, nation }) &&
    holidays.holidayOn({ date, nation }) !== undefined;
  return closed ? { ...day, spans: [] } : day;
}

// No zone has changed its offset by anything but quarters of an hour since
// 1972, so a local day never begins or ends within one.
const QUARTER = 900_000;
const REMEMBERED_QUARTERS = 20_000;
const datesByZone = new Map<string, Map<number, CalendarDate>>();

/**
 * The local day (`YYYY-MM-DD`) of an instant (milliseconds since 1970) in a
 * zone. Throws `RangeError` where there is none.
 */
export function localDateOf(instant: number, zone: string): CalendarDate {
  const remembered = datesByZone.get(zone) ?? new Map<number, CalendarDate>();
  datesByZone.set(zone, remembered);
  const quarter = Math.floor(instant / QUARTER);
  const known = remembered.get(quarter);
  if (known) return known;

  const date = DateTime.fromMillis(instant, { zone }).toISODate();
  if (date === null) throw new RangeError(`No day at ${instant} in ${zone}`);
  if (remembered.size >= REMEMBERED_QUARTERS) remembered.clear();
  remembered.set(quarter, date);
  return date;
}
