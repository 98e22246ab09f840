import fc from 'fast-check';
import {
  ESCALATION_ACTIONS,
  type EscalationAction,
} from '@imsa-hub/escalations-common';
import { escalationFlow } from '../../plugins/escalations-backend/src/flow/escalationFlow';
import type { FlowCast, PartName, Player } from './FlowCast';
import { hasOwnBringers, type Scene } from './Scene';

/** One step of a walk, as numbers that are read where the case then stands. */
export interface Step {
  who: number;
  what: number;
  whom: number;
  which: number;
}

/** A walk: where it begins, and what people try one after the other. */
export interface Walk {
  from: number;
  steps: Step[];
}

const number = fc.nat(9_999);

/** Any walk of four to eight tries. */
export const walks: fc.Arbitrary<Walk> = fc.record({
  from: number,
  steps: fc.array(
    fc.record({ who: number, what: number, whom: number, which: number }),
    { minLength: 4, maxLength: 8 },
  ),
});

// Those who have most to do come more often.
const WALKERS: readonly PartName[] = [
  'hub-manager',
  'hub-manager',
  'handler',
  'handler',
  'handler',
  'lead',
  'lead',
  'raiser',
  'raiser',
  'senior',
  'next-lead',
  'asked',
  'coordinator',
  'officer',
];

/** Scenes that requests alone can lead to: only from there a walk proves something. */
export function beginnings(scenes: readonly Scene[]): Scene[] {
  const working = ['accepted', 'in-progress', 'waiting', 'resolved'];
  return scenes.filter(
    ({ variant, status }) =>
      variant === 'nothing open' ||
      hasOwnBringers(variant) ||
      working.includes(status),
  );
}

/** One of a list, by a number. */
export function pick<T>(list: readonly T[], by: number): T {
  const found = list[by % list.length];
  if (found === undefined) throw new Error('There is nothing to choose from');
  return found;
}

export const walkerOf = (cast: FlowCast, step: Step): Player =>
  step.who % 15 === 0 ? cast.spare : cast.of(pick(WALKERS, step.who));

/** Mostly what the table has where the case stands, now and then anything. */
export function actionOf(status: string, step: Step): EscalationAction {
  const here = Object.keys(
    escalationFlow[status as Scene['status']] ?? {},
  ) as EscalationAction[];
  return step.which % 6 === 0
    ? pick(ESCALATION_ACTIONS, step.what)
    : pick(here, step.what);
}
