import { PRESSING_RISKS, type BoardRow } from '@imsa-hub/escalations-common';
import { daysBetween, londonDate } from '@imsa-hub/ui';

/** A limit so near presses as a risk does; in days of the calendar. */
const NEAR_DAYS = 7;

/** The edge of a row repeats what its words say: today, soon, or late. */
export function rowTone(
  row: BoardRow,
  now = new Date(),
): 'negative' | 'warning' | undefined {
  const days = row.nextLimit
    ? daysBetween({ from: londonDate(now), to: row.nextLimit.date })
    : Infinity;
  const isPressing = row.risks.some(risk => PRESSING_RISKS.has(risk));
  if (isPressing || days <= 1 || row.target.state === 'late') return 'negative';
  const isSoon = row.risks.length > 0 || days <= NEAR_DAYS;
  return isSoon || row.target.state === 'close' ? 'warning' : undefined;
}
