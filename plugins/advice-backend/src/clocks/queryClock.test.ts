import path from 'node:path';
import { DEFAULT_WORKING_HOURS } from '@imsa-hub/core';
import { lawAsShipped } from '@imsa-hub/deadlines-node';
import { createQueryClock } from './queryClock';

const { holidays } = lawAsShipped(
  path.resolve(__dirname, '../../../../catalog'),
);
const settings = {
  hours: DEFAULT_WORKING_HOURS,
  holidays,
  targets: { firstReplyHours: 8, resolutionHours: 40 },
  warnAt: 0.75,
};
const clock = createQueryClock(settings);

it.each([
  // Monday 10am: eight hours end on Tuesday 10am, forty a week on.
  [
    'england',
    '2026-11-23T10:00:00Z',
    '2026-11-24T10:00:00.000Z',
    '2026-11-30T10:00:00.000Z',
  ],
  // Monday 30 November is St Andrew's Day.
  [
    'scotland',
    '2026-11-23T10:00:00Z',
    '2026-11-24T10:00:00.000Z',
    '2026-12-01T10:00:00.000Z',
  ],
  // On a Saturday night nothing runs until Monday.
  [
    'england',
    '2026-11-21T23:00:00Z',
    '2026-11-23T17:00:00.000Z',
    '2026-11-27T17:00:00.000Z',
  ],
  // Friday in summer time, due on Monday in winter time.
  [
    'england',
    '2026-10-23T09:00:00Z',
    '2026-10-26T10:00:00.000Z',
    '2026-10-30T10:00:00.000Z',
  ],
] as const)('targets in %s from %s', (nation, receivedAt, first, last) => {
  expect(clock.targets({ nation, receivedAt })).toEqual({
    firstReplyDueAt: first,
    resolutionDueAt: last,
  });
});

it.each([
  [[], '2026-11-24T10:00:00.000Z'],
  [
    [{ from: '2026-11-23T11:00:00Z', to: '2026-11-23T13:00:00Z' }],
    '2026-11-24T12:00:00.000Z',
  ],
  [
    [
      { from: '2026-11-23T12:00:00Z', to: '2026-11-23T13:00:00Z' },
      { from: '2026-11-23T11:00:00Z', to: '2026-11-23T12:30:00Z' },
    ],
    '2026-11-24T12:00:00.000Z',
  ],
  // A stop over night holds nothing that would have run.
  [
    [{ from: '2026-11-23T18:00:00Z', to: '2026-11-24T08:00:00Z' }],
    '2026-11-24T10:00:00.000Z',
  ],
])('after stops %j it is due %s', (stops, expected) => {
  expect(
    clock.afterStops({
      nation: 'england',
      receivedAt: '2026-11-23T10:00:00Z',
      kind: 'first-reply',
      stops,
    }),
  ).toBe(expected);
});

describe('state', () => {
  const reading = {
    now: '2026-11-23T12:00:00Z',
    dueAt: '2026-11-24T10:00:00.000Z',
    startedAt: '2026-11-23T10:00:00Z',
    stoppedFor: null,
    ended: false,
  };
  it.each([
    ['running', {}],
    ['running', { now: '2026-11-23T15:59:00Z' }],
    ['warning', { now: '2026-11-23T16:00:00Z' }],
    ['warning', { now: '2026-11-24T10:00:00Z' }],
    ['late', { now: '2026-11-24T10:00:01Z' }],
    ['stopped', { now: '2026-11-25T10:00:00Z', stoppedFor: 'safety' }],
    ['ended', { now: '2026-11-25T10:00:00Z', ended: true }],
    ['running', { dueAt: null }],
    // A long stop has put it off: by its target, not by the time on the wall.
    [
      'running',
      {
        kind: 'first-reply',
        now: '2026-12-08T10:00:00Z',
        dueAt: '2026-12-08T14:00:00Z',
      },
    ],
    // Two working hours left in England, none of them on a Scottish holiday.
    [
      'warning',
      {
        nation: 'scotland',
        now: '2026-11-27T16:00:00Z',
        dueAt: '2026-12-01T10:00:00Z',
        kind: 'first-reply',
      },
    ],
    [
      'running',
      {
        nation: 'england',
        now: '2026-11-27T16:00:00Z',
        dueAt: '2026-12-01T10:00:00Z',
        kind: 'first-reply',
      },
    ],
  ] as const)('is %s with %j', (state, changes) => {
    expect(clock.state({ ...reading, ...changes })).toBe(state);
  });
});

it.each([
  { warnAt: 1 },
  { warnAt: 0 },
  { targets: { firstReplyHours: 0, resolutionHours: 1 } },
  { targets: { firstReplyHours: 1, resolutionHours: NaN } },
])('refuses %j', changes => {
  expect(() => createQueryClock({ ...settings, ...changes })).toThrow(
    RangeError,
  );
});
