import { DivisionSchema, type Division } from '@imsa-hub/core';
import type { Holiday } from '@imsa-hub/deadlines-common';
import type { HolidayChangeRow } from '@imsa-hub/deadlines-node';
import type { BankHolidays } from '@imsa-hub/core';
import type { ReadLaw } from '../LawKeeper';

type Override = BankHolidays['overrides'][number];

/**
 * The closed days of all divisions from a day on, by date: those of the list,
 * and what was added or taken away with the reason why.
 */
export function presentHolidays(options: {
  read: ReadLaw;
  from: string;
  nameOf(personId: string): string;
}): Holiday[] {
  const { read, from, nameOf } = options;
  const { bankHolidays } = read.law;
  const days = DivisionSchema.options.flatMap(division => {
    const found = new Map<string, Holiday>();
    for (const { date, title } of bankHolidays.divisions[division]) {
      found.set(date, { division, date, title, state: 'listed' });
    }
    for (const override of bankHolidays.overrides) {
      if (override.division !== division) continue;
      const listed = bankHolidays.divisions[division].some(
        ({ date }) => date === override.date,
      );
      const day = changedDay(override, listed);
      if (day) {
        const row = latestChange(read.rows.holidayChanges, override);
        found.set(day.date, { ...day, ...(row ? signed(row, nameOf) : {}) });
      } else found.delete(override.date);
    }
    return [...found.values()];
  });
  return days
    .filter(({ date }) => date >= from)
    .sort((one, other) => (one.date < other.date ? -1 : 1));
}

/** How a day stands after an override; nothing where all is as listed without it. */
function changedDay(override: Override, listed: boolean): Holiday | undefined {
  const { division, date, title, why, change } = override;
  if (change === 'remove') {
    // An added day that was taken away again is no closed day and never was.
    return listed
      ? { division, date, title, state: 'removed', why }
      : undefined;
  }
  return { division, date, title, state: listed ? 'listed' : 'added', why };
}

function latestChange(
  rows: readonly HolidayChangeRow[],
  { division, date }: { division: Division; date: string },
): HolidayChangeRow | undefined {
  return rows.findLast(row => row.division === division && row.date === date);
}

function signed(row: HolidayChangeRow, nameOf: (id: string) => string) {
  return { by: nameOf(row.by_id), at: row.at.toISOString() };
}
