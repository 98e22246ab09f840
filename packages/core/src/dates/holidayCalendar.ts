import { z } from 'zod';
import type { Nation } from '../vocabulary';
import {
  addDays,
  CalendarDate,
  CalendarDateSchema,
  weekdayOf,
} from './calendarDate';

const DIVISIONS = [
  'england-and-wales',
  'scotland',
  'northern-ireland',
] as const;

/** Where bank holidays are set separately: England and Wales share theirs. */
export const DivisionSchema = z.enum(DIVISIONS);
export type Division = z.infer<typeof DivisionSchema>;

const HolidaySchema = z.strictObject({
  date: CalendarDateSchema,
  title: z.string().min(1),
});

/**
 * Bank holidays as data (`catalog/bank-holidays.yaml`): the days of each
 * division from `from` to `horizon`, both included, and `overrides`: a day
 * added or removed after the list was made, with the reason why.
 */
export const BankHolidaysSchema = z
  .strictObject({
    from: CalendarDateSchema,
    horizon: CalendarDateSchema,
    reviewedOn: CalendarDateSchema,
    source: z.string().min(1),
    divisions: z.strictObject({
      'england-and-wales': z.array(HolidaySchema),
      scotland: z.array(HolidaySchema),
      'northern-ireland': z.array(HolidaySchema),
    }),
    overrides: z.array(
      z.strictObject({
        date: CalendarDateSchema,
        division: DivisionSchema,
        change: z.enum(['add', 'remove']),
        title: z.string().min(1),
        why: z.string().min(1),
      }),
    ),
  })
  .refine(data => data.from <= data.horizon, {
    path: ['horizon'],
    error: 'The horizon lies before the first day',
  });
export type BankHolidays = z.infer<typeof BankHolidaysSchema>;

/** A question about a day that the list of bank holidays does not reach. */
export class HolidaysUnknownError extends RangeError {
  constructor(
    readonly date: CalendarDate,
    from: CalendarDate,
    until: CalendarDate,
  ) {
    super(
      `Bank holidays are known from ${from} to ${until}, and ${date} is outside`,
    );
    this.name = 'HolidaysUnknownError';
  }
}

type DayInNation = { date: CalendarDate; nation: Nation };

/**
 * Which days are bank holidays and working days in each nation. It says what
 * it does not know: ask `isKnown` first, or expect `HolidaysUnknownError`.
 */
export interface HolidayCalendar {
  /** Whether bank holidays are known for that day. */
  isKnown(day: DayInNation): boolean;
  /** Monday to Friday and no bank holiday. Throws `HolidaysUnknownError`. */
  isWorkingDay(day: DayInNation): boolean;
  /** The holiday's name, or undefined. Throws `HolidaysUnknownError`. */
  holidayOn(day: DayInNation): string | undefined;
  /** The next working day after `date`. Throws `HolidaysUnknownError`. */
  nextWorkingDay(day: DayInNation): CalendarDate;
  /** The first day for which bank holidays are known. */
  knownFrom(nation: Nation): CalendarDate;
  /** The last day for which bank holidays are known. */
  knownUntil(nation: Nation): CalendarDate;
}

/** The division whose bank holidays a nation keeps. */
export function divisionOf(nation: Nation): Division {
  return nation === 'england' || nation === 'wales'
    ? 'england-and-wales'
    : nation;
}

function titlesByDate(
  data: BankHolidays,
  division: Division,
): Map<CalendarDate, string> {
  const titles = new Map<CalendarDate, string>();
  for (const { date, title } of data.divisions[division])
    titles.set(date, title);
  for (const override of data.overrides) {
    if (override.division !== division) continue;
    if (override.change === 'add') titles.set(override.date, override.title);
    else titles.delete(override.date);
  }
  return titles;
}

/**
 * Builds the calendar from the data of `catalog/bank-holidays.yaml`, parsed
 * but not checked. Throws `ZodError` when the data does not fit. Overrides are
 * applied in their order, so the last word on a day wins.
 */
export function createHolidayCalendar(data: unknown): HolidayCalendar {
  const parsed = BankHolidaysSchema.parse(data);
  const { from, horizon } = parsed;
  const holidays = new Map<Division, Map<CalendarDate, string>>(
    DIVISIONS.map(division => [division, titlesByDate(parsed, division)]),
  );

  const isKnown = ({ date }: { date: CalendarDate }) =>
    date >= from && date <= horizon;

  const holidayOn = ({ date, nation }: DayInNation) => {
    if (!isKnown({ date })) throw new HolidaysUnknownError(date, from, horizon);
    return holidays.get(divisionOf(nation))?.get(date);
  };

  const isWorkingDay = (day: DayInNation) =>
    holidayOn(day) === undefined && weekdayOf(day.date) <= 5;

  const nextWorkingDay = ({ date, nation }: DayInNation) => {
    let next = addDays({ date, days: 1 });
    while (!isWorkingDay({ date: next, nation })) {
      next = addDays({ date: next, days: 1 });
    }
    return next;
  };

  return {
    isKnown,
    isWorkingDay,
    holidayOn,
    nextWorkingDay,
    knownFrom: () => from,
    knownUntil: () => horizon,
  };
}
