import type { Limit } from '@imsa-hub/deadlines-common';
import { daysBetween } from '@imsa-hub/ui';

/** One mark on the line of time. */
export interface TimeMark {
  key: string;
  what: 'event' | 'limit' | 'today';
  date: string;
  /** Share of the line's length, in percent. */
  at: number;
  /** For a limit: its number in the list beneath, from 1. */
  number: number | null;
  /** For a limit: a lower row, where it would cover the one before. */
  lane: number;
  isPast: boolean;
}

/** Limits by date; those of which no date is known stand last. */
export function limitsInOrder(limits: readonly Limit[]): Limit[] {
  return [...limits].sort((a, b) =>
    (a.limit ?? '9999').localeCompare(b.limit ?? '9999'),
  );
}

/** Two numbers nearer than this, in percent, would cover each other. */
const TOO_NEAR = 7;
const LANES = 3;

/**
 * Where events, limits and today stand on one line of time. Nothing where
 * there is no date to show.
 *
 * @param options.limits - in the order of the list beneath
 */
export function lineOfTime(options: {
  limits: readonly Limit[];
  today: string;
}): readonly TimeMark[] {
  const { limits, today } = options;
  const events = [...new Set(limits.map(({ eventDate }) => eventDate))];
  const dated = limits.flatMap(({ limit }) => limit ?? []);
  const dates = [...events, ...dated, today].sort();
  const first = dates[0];
  const last = dates.at(-1);
  if (limits.length === 0 || !first || !last) return [];
  const length = Math.max(1, daysBetween({ from: first, to: last }));
  // A little room at both ends, so that no mark is cut off.
  const at = (date: string) =>
    3 + (daysBetween({ from: first, to: date }) / length) * 94;
  const lastInLane: number[] = [];
  const laneFor = (place: number) => {
    for (let lane = 0; lane < LANES; lane += 1) {
      if (place - (lastInLane[lane] ?? -Infinity) >= TOO_NEAR) {
        lastInLane[lane] = place;
        return lane;
      }
    }
    return LANES - 1;
  };
  const base = { number: null, lane: 0 };
  return [
    ...events.sort().map(date => ({
      ...base,
      key: `event ${date}`,
      what: 'event' as const,
      date,
      at: at(date),
      isPast: date < today,
    })),
    {
      ...base,
      key: 'today',
      what: 'today' as const,
      date: today,
      at: at(today),
      isPast: false,
    },
    ...limits.flatMap(({ limit, ruleId, eventDate }, index) =>
      limit === null
        ? []
        : [
            {
              key: `limit ${ruleId} ${eventDate}`,
              what: 'limit' as const,
              date: limit,
              at: at(limit),
              number: index + 1,
              lane: laneFor(at(limit)),
              isPast: limit < today,
            },
          ],
    ),
  ];
}
