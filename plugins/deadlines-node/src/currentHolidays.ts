import type { HolidayCalendar } from '@imsa-hub/core';
import type { DeadlineDirectory } from './DeadlineDirectory';

/** A calendar that always answers by the bank holidays that count now. */
export function currentHolidays(directory: DeadlineDirectory): HolidayCalendar {
  const now = () => directory.current().holidays;
  return {
    isKnown: day => now().isKnown(day),
    isWorkingDay: day => now().isWorkingDay(day),
    holidayOn: day => now().holidayOn(day),
    nextWorkingDay: day => now().nextWorkingDay(day),
    knownFrom: nation => now().knownFrom(nation),
    knownUntil: nation => now().knownUntil(nation),
  };
}
