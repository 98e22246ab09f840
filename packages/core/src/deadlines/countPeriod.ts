import {
  addDays,
  addMonths,
  CalendarDate,
  formatDate,
  HolidayCalendar,
} from '../dates';
import type { Nation } from '../vocabulary';
import type { DeadlineRule, Period } from './deadlineRule';

type Counted = { date: CalendarDate; working: string[] };
type Count = {
  start: CalendarDate;
  dayOfNotice: DeadlineRule['dayOfNotice'];
  nation: Nation;
  holidays: HolidayCalendar;
};

function many(amount: number, thing: string): string {
  return amount === 1 ? `1 ${thing}` : `${amount} ${thing}s`;
}

/** A period in words: "30 days", "1 month", "5 working days". */
export function periodWords(period: Period): string {
  if (period.hours) return many(period.hours, 'hour');
  if (period.days) return many(period.days, 'day');
  if (period.weeks) return many(period.weeks, 'week');
  if (period.months) return many(period.months, 'month');
  if (period.years) return many(period.years, 'year');
  return many(period.workingDays ?? 0, 'working day');
}

function countDays({ start, dayOfNotice }: Count, days: number): Counted {
  const included = dayOfNotice === 'included';
  const dayOne = addDays({ date: start, days: included ? 0 : 1 });
  const date = addDays({ date: dayOne, days: days - 1 });
  return {
    date,
    working: [
      included
        ? `The day itself counts, so day 1 is ${formatDate(dayOne)}.`
        : `The day itself does not count, so day 1 is ${formatDate(dayOne)}.`,
      `Day ${days} is ${formatDate(date)}.`,
    ],
  };
}

function countMonths({ start, dayOfNotice }: Count, months: number): Counted {
  const same = addMonths({ date: start, months });
  const clamped = same.slice(8) !== start.slice(8);
  const working = [
    clamped
      ? `${many(months, 'month')} on, that month has no day ${Number(start.slice(8))}, so it is the month's last day: ${formatDate(same)}.`
      : `The same day of the month, ${many(months, 'month')} on, is ${formatDate(same)}.`,
  ];
  if (dayOfNotice === 'excluded') return { date: same, working };
  const date = addDays({ date: same, days: -1 });
  working.push(
    `The day itself counts, so it ends a day before: ${formatDate(date)}.`,
  );
  return { date, working };
}

function closedDaysWords(count: Count, until: CalendarDate): string {
  const { start, nation, holidays } = count;
  const names: string[] = [];
  for (let date = start; date <= until; date = addDays({ date, days: 1 })) {
    const title = holidays.holidayOn({ date, nation });
    if (title) names.push(`${title}, ${formatDate(date)}`);
  }
  return names.length === 0
    ? 'Weekends are left out; no bank holiday falls in between.'
    : `Weekends are left out, and these bank holidays: ${names.join('; ')}.`;
}

function countWorkingDays(count: Count, workingDays: number): Counted {
  const { start, dayOfNotice, nation, holidays } = count;
  const included = dayOfNotice === 'included';
  const next = (date: CalendarDate) =>
    holidays.nextWorkingDay({ date, nation });
  const dayOne = next(included ? addDays({ date: start, days: -1 }) : start);
  let date = dayOne;
  for (let day = 1; day < workingDays; day += 1) date = next(date);
  return {
    date,
    working: [
      `The day itself ${included ? 'counts' : 'does not count'}, so working day 1 is ${formatDate(dayOne)}.`,
      closedDaysWords(count, date),
      `Working day ${workingDays} is ${formatDate(date)}.`,
    ],
  };
}

/**
 * Counts a period from a day: the day it ends on, with each step in words that
 * a person can follow on a calendar. Throws `HolidaysUnknownError` when working
 * days run past what is known of bank holidays.
 */
export function countPeriod({
  period,
  ...count
}: Count & { period: Period }): Counted {
  if (period.workingDays) return countWorkingDays(count, period.workingDays);
  if (period.months) return countMonths(count, period.months);
  if (period.years) return countMonths(count, period.years * 12);
  const days =
    period.days ?? (period.weeks ?? 0) * 7 + (period.hours ?? 0) / 24;
  return countDays(count, days);
}
