import {
  formatDate,
  weekdayOf,
  type Division,
  type HolidayCalendar,
  type Nation,
} from '@imsa-hub/core';
import { DIVISION_NAMES, type HolidayChange } from '@imsa-hub/deadlines-common';

/** A nation that keeps a division's bank holidays. */
export const NATION_OF: Readonly<Record<Division, Nation>> = {
  'england-and-wales': 'england',
  scotland: 'scotland',
  'northern-ireland': 'northern-ireland',
};

/** What is wrong with changing a closed day; or nothing. */
export function holidayChangeProblem(
  { divisions, date, change }: HolidayChange,
  holidays: HolidayCalendar,
): { field: 'date' | 'divisions'; message: string } | undefined {
  const [first] = divisions;
  const nation = NATION_OF[first ?? 'scotland'];
  if (!holidays.isKnown({ date, nation })) {
    const [from, until] = [
      holidays.knownFrom(nation),
      holidays.knownUntil(nation),
    ].map(formatDate);
    return {
      field: 'date',
      message: `Bank holidays are known from ${from} to ${until}. Choose a day in between`,
    };
  }
  if (weekdayOf(date) > 5) {
    return {
      field: 'date',
      message: `${formatDate(date)} is a weekend, which does not count in any case`,
    };
  }
  const wrong = divisions.filter(division => {
    const title = holidays.holidayOn({ date, nation: NATION_OF[division] });
    return (title !== undefined) === (change === 'add');
  });
  if (wrong.length === 0) return undefined;
  const where = wrong.map(division => DIVISION_NAMES[division]).join(', ');
  return {
    field: 'divisions',
    message:
      change === 'add'
        ? `${formatDate(date)} is a closed day already in ${where}`
        : `${formatDate(date)} is not a closed day in ${where}`,
  };
}
