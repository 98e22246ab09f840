import { instantOf } from '../dates';
import type { WorkingCalendar } from './openSpans';
import { addWorkingTime, workingMinutesBetween } from './workingTime';

/** A time when the clock stands still, ISO instants; without `to` it still does. */
export type ClockStop = { from: string; to?: string | undefined };

/** A warning to be given when this share of the target has been used. */
export type ClockWarning = { fraction: number; at: string };

/**
 * Where a clock stands. `dueAt` is absent while a stop without an end holds it.
 * `remainingMinutes` falls below zero as working time passes after it. `warnings`
 * are the moments at which to warn; one that depends on when a stopped clock
 * starts again is left out.
 */
export type ClockReading = {
  state: 'running' | 'stopped' | 'warning' | 'late';
  dueAt?: string;
  stoppedSince?: string;
  elapsedMinutes: number;
  remainingMinutes: number;
  warnings: ClockWarning[];
};

const MINUTE = 60_000;

type Stretch = { from: string; to?: string | undefined };

function toIso(moment: string): string {
  return new Date(instantOf(moment)).toISOString();
}

/** Stops in order, without overlap, none before the start. */
function mergeStops(start: string, stops: readonly ClockStop[]): ClockStop[] {
  const ordered = stops
    .map(({ from, to }) => ({
      from: toIso(from) < start ? start : toIso(from),
      to: to === undefined ? undefined : toIso(to),
    }))
    .filter(({ from, to }) => to === undefined || to > from)
    .sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));

  const merged: ClockStop[] = [];
  for (const stop of ordered) {
    const last = merged.at(-1);
    if (!last || (last.to !== undefined && last.to < stop.from)) {
      merged.push({ ...stop });
    } else if (last.to !== undefined) {
      last.to = stop.to === undefined || stop.to > last.to ? stop.to : last.to;
    }
  }
  return merged;
}

/** When the clock runs: the stretches between the stops. */
function runningStretches(
  start: string,
  stops: readonly ClockStop[],
): Stretch[] {
  const stretches: Stretch[] = [];
  let from: string | undefined = start;
  for (const stop of stops) {
    if (from !== undefined && from < stop.from) {
      stretches.push({ from, to: stop.from });
    }
    from = stop.to;
  }
  if (from !== undefined) stretches.push({ from });
  return stretches;
}

function momentAfter(
  calendar: WorkingCalendar,
  stretches: readonly Stretch[],
  minutes: number,
): string | undefined {
  // In whole milliseconds, for fractions of minutes do not add up exactly.
  let left = Math.round(minutes * MINUTE);
  for (const { from, to } of stretches) {
    const room =
      to === undefined
        ? Infinity
        : Math.round(workingMinutesBetween({ ...calendar, from, to }) * MINUTE);
    if (left <= room) {
      return addWorkingTime({ ...calendar, from, minutes: left / MINUTE });
    }
    left -= room;
  }
  return undefined;
}

function elapsedUntil(
  calendar: WorkingCalendar,
  stretches: readonly Stretch[],
  now: string,
): number {
  return stretches.reduce((total, { from, to }) => {
    const end = to === undefined || to > now ? now : to;
    return total + workingMinutesBetween({ ...calendar, from, to: end });
  }, 0);
}

/**
 * Reads a clock that runs in working time from `start` to a target and can be
 * stopped and restarted: each stop moves the due moment by what it held. A
 * clock that ran out stays late, whatever stops come after. `warnAt` are shares
 * of the target (0 to 1) at which to warn; all moments are ISO instants.
 * Throws `RangeError` on a moment that does not parse, a target that is not
 * above zero, or a share outside 0 to 1.
 */
export function clockTarget({
  start,
  targetMinutes,
  stops,
  now,
  warnAt,
  ...calendar
}: WorkingCalendar & {
  start: string;
  targetMinutes: number;
  stops: readonly ClockStop[];
  now: string;
  warnAt: readonly number[];
}): ClockReading {
  if (!Number.isFinite(targetMinutes) || targetMinutes <= 0) {
    throw new RangeError(`A target cannot be ${targetMinutes} minutes`);
  }
  if (!warnAt.every(fraction => fraction > 0 && fraction < 1)) {
    throw new RangeError('A warning comes at a share between 0 and 1');
  }
  const moment = toIso(now);
  const merged = mergeStops(toIso(start), stops);
  const stretches = runningStretches(toIso(start), merged);
  const dueAt = momentAfter(calendar, stretches, targetMinutes);
  const elapsedMinutes = elapsedUntil(calendar, stretches, moment);
  const stoppedSince = merged.find(
    ({ from, to }) => from <= moment && (to === undefined || moment < to),
  )?.from;
  const warnings = [...warnAt]
    .sort((a, b) => a - b)
    .flatMap(fraction => {
      const at = momentAfter(calendar, stretches, fraction * targetMinutes);
      return at === undefined ? [] : [{ fraction, at }];
    });

  const stateNow = (): ClockReading['state'] => {
    if (dueAt !== undefined && moment > dueAt) return 'late';
    if (stoppedSince !== undefined) return 'stopped';
    return warnings.some(({ at }) => at <= moment) ? 'warning' : 'running';
  };
  return {
    state: stateNow(),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(stoppedSince === undefined ? {} : { stoppedSince }),
    elapsedMinutes,
    remainingMinutes: targetMinutes - elapsedMinutes,
    warnings,
  };
}
