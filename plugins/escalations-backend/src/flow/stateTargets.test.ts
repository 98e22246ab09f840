import { DEFAULT_WORKING_HOURS } from '@imsa-hub/core';
import {
  currentHolidays,
  fixedDeadlines,
  lawAsShipped,
} from '@imsa-hub/deadlines-node';
import type { EscalationStatus, RiskFlag } from '@imsa-hub/escalations-common';
import { resolve } from 'node:path';
import { createEscalationTypes } from '../drafts/escalationTypes';
import { createStateTargets, DEFAULT_TARGET_HOURS } from './stateTargets';

const holidays = currentHolidays(
  fixedDeadlines(lawAsShipped(resolve(__dirname, '../../../../catalog'))),
);
const targets = createStateTargets({
  types: createEscalationTypes(),
  holidays,
  hours: DEFAULT_TARGET_HOURS,
  workingHours: DEFAULT_WORKING_HOURS,
});
const due = (
  status: EscalationStatus,
  risks: RiskFlag[] = [],
  from = '2026-11-23T09:00:00Z',
) => targets.dueAt({ type: 'general', status, nation: 'england', risks, from });

// Eight working hours a day, 09:00 to 17:00, from Monday 23 November.
test.each<[EscalationStatus, string | null]>([
  ['raised', '2026-11-23T17:00:00.000Z'],
  ['returned', '2026-11-27T17:00:00.000Z'],
  ['accepted', '2026-11-24T17:00:00.000Z'],
  ['in-progress', '2026-12-04T17:00:00.000Z'],
  ['waiting', '2026-12-04T17:00:00.000Z'],
  ['resolved', '2026-11-27T17:00:00.000Z'],
  ['closed', null],
  ['withdrawn', null],
])('%s is to be left by %s', (status, moment) => {
  const found = due(status);
  expect(found && new Date(found).toISOString()).toBe(moment);
});

test('what presses is accepted in a quarter of the time, and only that', () => {
  const at = (found: string | null) => found && new Date(found).toISOString();
  expect(at(due('raised', ['self-harm']))).toBe('2026-11-23T11:00:00.000Z');
  expect(at(due('raised', ['destitution']))).toBe('2026-11-23T17:00:00.000Z');
  expect(at(due('accepted', ['self-harm']))).toBe('2026-11-24T17:00:00.000Z');
});

test.each([
  ['2026-11-23T14:59:00Z', 'on-time'],
  ['2026-11-23T15:00:00Z', 'close'],
  ['2026-11-23T17:00:00Z', 'close'],
  ['2026-11-23T17:00:01Z', 'late'],
])('at %s a target of eight hours is %s', (now, state) => {
  expect(
    targets.state({
      nation: 'england',
      since: '2026-11-23T09:00:00Z',
      dueAt: '2026-11-23T17:00:00Z',
      now,
    }),
  ).toBe(state);
});
