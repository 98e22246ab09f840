import type { Clock, ClockStopCategory } from '@imsa-hub/advice-common';
import {
  addWorkingTime,
  clockTarget,
  instantOf,
  workingMinutesBetween,
  type HolidayCalendar,
  type Nation,
  type WorkingHours,
} from '@imsa-hub/core';

/** What a query's clocks run by. */
export interface QueryClockSettings {
  hours: WorkingHours;
  holidays: HolidayCalendar;
  /** Working hours allowed, from when the query was received. */
  targets: { firstReplyHours: number; resolutionHours: number };
  /** The share of the time (between 0 and 1) after which to warn. */
  warnAt: number;
}

/** When replies are due, and how a clock stands. Moments are ISO instants. */
export interface QueryClock {
  /** When the first reply and the resolution are due without any stop. */
  targets(query: { nation: Nation; receivedAt: string }): {
    firstReplyDueAt: string;
    resolutionDueAt: string;
  };
  /** When it is due after stops that have ended. */
  afterStops(query: {
    nation: Nation;
    receivedAt: string;
    kind: Clock['kind'];
    stops: readonly { from: string; to: string }[];
  }): string;
  /**
   * How a clock stands. `nation` decides which days were holidays for the
   * warning (England's where absent); with `kind` the warning is a share of
   * that target, without it of the working time from start to due.
   */
  state(reading: {
    now: string | Date;
    dueAt: string | Date | null;
    startedAt: string | Date;
    stoppedFor: ClockStopCategory | null;
    ended: boolean;
    nation?: Nation;
    kind?: Clock['kind'];
  }): Clock['state'];
}

/**
 * The clocks of queries. Throws `RangeError` where a target is not above zero
 * or the warning not between 0 and 1, before any query is asked.
 */
export function createQueryClock({
  hours,
  holidays,
  targets,
  warnAt,
}: QueryClockSettings): QueryClock {
  const minutesOf: Record<Clock['kind'], number> = {
    'first-reply': targets.firstReplyHours * 60,
    resolution: targets.resolutionHours * 60,
  };
  for (const minutes of Object.values(minutesOf)) {
    if (!(minutes > 0)) throw new RangeError('A target must be above zero');
  }
  if (!(warnAt > 0 && warnAt < 1)) {
    throw new RangeError('A warning comes at a share between 0 and 1');
  }
  const due = (nation: Nation, from: string, kind: Clock['kind']) =>
    addWorkingTime({ hours, holidays, nation, from, minutes: minutesOf[kind] });

  return {
    targets: ({ nation, receivedAt }) => ({
      firstReplyDueAt: due(nation, receivedAt, 'first-reply'),
      resolutionDueAt: due(nation, receivedAt, 'resolution'),
    }),

    afterStops({ nation, receivedAt, kind, stops }) {
      const { dueAt } = clockTarget({
        hours,
        holidays,
        nation,
        start: receivedAt,
        targetMinutes: minutesOf[kind],
        stops,
        now: receivedAt,
        warnAt: [],
      });
      // Only a stop without an end leaves it open, and these have one.
      return dueAt ?? due(nation, receivedAt, kind);
    },

    state({
      now,
      dueAt,
      startedAt,
      stoppedFor,
      ended,
      nation = 'england',
      kind,
    }) {
      if (ended) return 'ended';
      if (stoppedFor) return 'stopped';
      if (!dueAt) return 'running';
      if (instantOf(now) > instantOf(dueAt)) return 'late';
      const working = (from: string | Date) =>
        workingMinutesBetween({ hours, holidays, nation, from, to: dueAt });
      const total = kind ? minutesOf[kind] : working(startedAt);
      return working(now) <= (1 - warnAt) * total ? 'warning' : 'running';
    },
  };
}
