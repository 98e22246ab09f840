import type { Division } from '@imsa-hub/core';
import type { Holiday } from '@imsa-hub/deadlines-common';

/** The days of one division by year, each in order. */
export function holidayYears(
  days: readonly Holiday[],
  division: Division,
): { year: string; days: Holiday[] }[] {
  const years = new Map<string, Holiday[]>();
  for (const day of days) {
    if (day.division !== division) continue;
    const year = day.date.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), day]);
  }
  return [...years].map(([year, ofYear]) => ({ year, days: ofYear }));
}

const WEEKDAY = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'long',
});

/** "Monday" of a `YYYY-MM-DD`. */
export function weekdayName(date: string): string {
  return WEEKDAY.format(new Date(`${date}T00:00:00Z`));
}
