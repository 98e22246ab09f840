import { londonDateOf, type Nation } from '@imsa-hub/core';
import type { Limit } from '@imsa-hub/deadlines-common';
import type { HappenedEvent } from '@imsa-hub/deadlines-node';
import {
  LEGAL_REQUEST_KIND_NAMES,
  PRESSING_RISKS,
  type RiskFlag,
} from '@imsa-hub/escalations-common';
import type { EscalationContext } from '../EscalationContext';
import type { OpenRequest } from '../lists';

/** A case that nothing dates is looked at by this day in the far future. */
const NO_DATE = '9999-12-31';
/** A limit so near presses as a risk does; in days of the calendar. */
const NEAR_DAYS = 7;

/** What dates a case: events that a law counts from, and days that were set. */
export interface CaseDates {
  events: readonly HappenedEvent[];
  /** Summons and requests that are still to be answered. */
  requests: readonly OpenRequest[];
}

/** The columns that decide where a case stands on the board. */
export interface PressingColumns {
  /** 0 presses today, 1 soon, 2 ordinary. */
  rank: number;
  /** The first of the next limit and the target of the state. */
  press_on: string;
  /** When this changes by itself: a limit comes near, or passes. */
  review_on: string | null;
  next_limit_on: string | null;
  next_limit_title: string | null;
  /** Which law that was worked out by. */
  limits_law: string;
}

/**
 * Where a case stands on the board today: by limit and risk, never by text. A
 * day that a court or another body set presses as a limit of the law does.
 */
export function pressing(
  context: Pick<EscalationContext, 'limits' | 'lawVersion'>,
  input: {
    nation: Nation;
    risks: readonly RiskFlag[];
    dates: CaseDates;
    dueAt: string | null;
    now: string;
  },
): PressingColumns {
  const today = londonDateOf(input.now);
  const limits = context.limits();
  const computed = limits.limits({
    nation: input.nation,
    events: input.dates.events,
  });
  const set = input.dates.requests.map(request => ({
    ...NO_RULE,
    title: `Answer the ${LEGAL_REQUEST_KIND_NAMES[request.kind].toLowerCase()}`,
    limit: request.due,
  }));
  const next = limits.nextLimit([...computed, ...set], today);
  const nearFrom = next ? daysAfter(next.date, -NEAR_DAYS) : null;
  const changes = next && nearFrom ? [nearFrom, daysAfter(next.date, 1)] : [];
  const isNear = nearFrom !== null && nearFrom <= today;
  const pressOn = [
    ...(next ? [next.date] : []),
    ...(input.dueAt ? [londonDateOf(input.dueAt)] : []),
  ].sort();
  return {
    rank: rankOf(input.risks, isNear),
    press_on: pressOn[0] ?? NO_DATE,
    review_on: changes.find(day => day > today) ?? null,
    next_limit_on: next?.date ?? null,
    next_limit_title: next?.title ?? null,
    limits_law: context.lawVersion(),
  };
}

/** A day that was set, by no rule. */
const NO_RULE: Omit<Limit, 'title' | 'limit'> = {
  ruleId: '',
  eventDate: '',
  kind: 'limit',
  working: [],
  confidence: null,
  source: null,
  caution: '',
};

function rankOf(risks: readonly RiskFlag[], limitIsNear: boolean): number {
  const presses = risks.some(risk => PRESSING_RISKS.has(risk));
  if (presses || (limitIsNear && risks.length > 0)) return 0;
  return limitIsNear || risks.length > 0 ? 1 : 2;
}

function daysAfter(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
