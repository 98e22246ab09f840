import { isCalendarDate } from './calendarDate';

const SHAPE =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Milliseconds since 1970 of a moment: a `Date`, or ISO text with its offset
 * (`2026-11-30T09:30:00Z`). Stricter than `Date.parse`, which takes 30 February
 * for 2 March and text without an offset for the machine's own zone. Throws
 * `RangeError`.
 */
export function instantOf(moment: string | Date): number {
  const date = typeof moment === 'string' ? SHAPE.exec(moment)?.[1] : undefined;
  const instant =
    typeof moment !== 'string' || isCalendarDate(date)
      ? new Date(moment).getTime()
      : NaN;
  if (Number.isNaN(instant)) {
    throw new RangeError(`Not a moment in time: ${String(moment)}`);
  }
  return instant;
}
