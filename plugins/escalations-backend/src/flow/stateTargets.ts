import {
  addWorkingTime,
  workingMinutesBetween,
  type HolidayCalendar,
  type Nation,
  type WorkingHours,
} from '@imsa-hub/core';
import {
  PRESSING_RISKS,
  type EscalationStatus,
  type RiskFlag,
} from '@imsa-hub/escalations-common';
import type { EscalationTypes } from '../drafts/escalationTypes';

/** What is due while a case is in a state; nothing where nobody waits. */
export const TARGET_WORDS: Readonly<Partial<Record<EscalationStatus, string>>> =
  {
    raised: 'Accept or return it',
    returned: 'Mend it and bring it again',
    accepted: 'Start work',
    'in-progress': 'Review it',
    waiting: 'Look at it again',
    resolved: 'Close it',
  };

/** Working hours in which each state should be left. */
export type TargetHours = Readonly<Partial<Record<EscalationStatus, number>>>;

/** Unless a setting or a type says otherwise. */
export const DEFAULT_TARGET_HOURS = {
  raised: 8,
  returned: 40,
  accepted: 16,
  'in-progress': 80,
  waiting: 80,
  resolved: 40,
} as const satisfies TargetHours;
/** A case in which something presses is accepted sooner. */
const PRESSING_SHARE = 0.25;
/** The share of the time after which to warn. */
const WARN_AT = 0.75;

/** When states are due, in working hours of the nation. */
export interface StateTargets {
  /** ISO instant; nothing for a state that nobody waits in. */
  dueAt(input: {
    type: string;
    status: EscalationStatus;
    nation: Nation;
    risks: readonly RiskFlag[];
    from: string;
  }): string | null;
  /** How a target stands now. Moments are ISO instants. */
  state(input: {
    nation: Nation;
    since: string;
    dueAt: string | null;
    now: string;
  }): 'on-time' | 'close' | 'late' | 'none';
}

/**
 * See {@link StateTargets}.
 *
 * @param options.hours - the hub's own settings of how long a state may take
 * @param options.workingHours - when the Hub works
 */
export function createStateTargets(options: {
  types: EscalationTypes;
  holidays: HolidayCalendar;
  hours: TargetHours;
  workingHours: WorkingHours;
}): StateTargets {
  const { types, holidays, hours, workingHours } = options;
  return {
    dueAt({ type, status, nation, risks, from }) {
      const allowed = types.byId(type).targetHours?.[status] ?? hours[status];
      if (!allowed) return null;
      const presses =
        status === 'raised' && risks.some(risk => PRESSING_RISKS.has(risk));
      return addWorkingTime({
        hours: workingHours,
        holidays,
        nation,
        from,
        minutes: Math.max(30, allowed * 60 * (presses ? PRESSING_SHARE : 1)),
      });
    },
    state({ nation, since, dueAt, now }) {
      if (!dueAt) return 'none';
      if (Date.parse(now) > Date.parse(dueAt)) return 'late';
      const left = (from: string) =>
        workingMinutesBetween({
          hours: workingHours,
          holidays,
          nation,
          from,
          to: dueAt,
        });
      return left(now) <= (1 - WARN_AT) * left(since) ? 'close' : 'on-time';
    },
  };
}
