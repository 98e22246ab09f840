import { addDays, type HolidayCalendar, type Nation } from '@imsa-hub/core';

/**
 * Counts working days of a nation from a day: those after `today` up to and
 * including the date; none for today, negative for the past, absent where bank
 * holidays are not known. Remembers what it counted, for many days are asked
 * about one after the other.
 */
export function createWorkingDaysUntil({
  today,
  nation,
  holidays,
}: {
  today: string;
  nation: Nation;
  holidays: HolidayCalendar;
}): (date: string) => number | undefined {
  const counted = new Map([[today, 0]]);
  let last = today;
  let first = today;
  return date => {
    if (!holidays.isKnown({ date, nation })) return undefined;
    if (!holidays.isKnown({ date: today, nation })) return undefined;
    while (last < date) {
      const next = addDays({ date: last, days: 1 });
      const open = holidays.isWorkingDay({ date: next, nation }) ? 1 : 0;
      counted.set(next, (counted.get(last) ?? 0) + open);
      last = next;
    }
    while (first > date) {
      const open = holidays.isWorkingDay({ date: first, nation }) ? 1 : 0;
      const before = addDays({ date: first, days: -1 });
      // `- 0` would give a negative zero, which is not equal to none.
      counted.set(before, (counted.get(first) ?? 0) - open || 0);
      first = before;
    }
    return counted.get(date);
  };
}
