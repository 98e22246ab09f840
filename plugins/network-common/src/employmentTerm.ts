import { addMonths, type CalendarDate } from '@imsa-hub/core';
import type { EmploymentKind } from './registerWords';

/** An IMSA is employed for at least this many months. */
export const SHORTEST_TERM_MONTHS = 28;

/**
 * The earliest day an IMSA's employment may be planned to end: 28 months on,
 * or the last day of that month where it is shorter, so 31 January 2026 gives
 * 31 May 2028. The end is the first day no longer employed.
 */
export function earliestPlannedEnd(startedOn: CalendarDate): CalendarDate {
  return addMonths({ date: startedOn, months: SHORTEST_TERM_MONTHS });
}

/** What is wrong with a planned term, in plain words; nothing if it holds. */
export function plannedTermProblem(term: {
  kind: EmploymentKind;
  startedOn: CalendarDate;
  plannedEndOn?: CalendarDate | undefined;
}): string | undefined {
  const { kind, startedOn, plannedEndOn } = term;
  if (kind === 'staff') {
    if (plannedEndOn !== undefined && plannedEndOn <= startedOn)
      return 'Enter an end after the start';
    return undefined;
  }
  const earliest = earliestPlannedEnd(startedOn);
  if (plannedEndOn === undefined)
    return `Enter the planned end: ${earliest} or later`;
  if (plannedEndOn >= earliest) return undefined;
  return `An IMSA is employed for at least ${SHORTEST_TERM_MONTHS} months: enter ${earliest} or later`;
}
