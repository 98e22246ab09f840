import { createEventLimits, lawAsShipped } from '@imsa-hub/deadlines-node';
import type { RiskFlag } from '@imsa-hub/escalations-common';
import { resolve } from 'node:path';
import { pressing, type CaseDates } from './pressing';

const limits = createEventLimits(
  lawAsShipped(resolve(__dirname, '../../../../catalog')),
);
const context = { limits: () => limits, lawVersion: () => 'law-1' };
// 21 days, the first included: 10 December.
const HOUSING = { ruleId: 'homelessness-review-england', date: '2026-11-20' };
const of = (input: {
  today: string;
  risks?: RiskFlag[];
  dueAt?: string;
  dates?: Partial<CaseDates>;
}) =>
  pressing(context, {
    nation: 'england',
    risks: input.risks ?? [],
    dates: { events: [], requests: [], ...input.dates },
    dueAt: input.dueAt ?? null,
    now: `${input.today}T12:00:00Z`,
  });
const events = { events: [HOUSING] };

test.each<[string, RiskFlag[], boolean, 0 | 1 | 2]>([
  ['nothing', [], false, 2],
  ['a risk', ['destitution'], false, 1],
  ['a near limit', [], true, 1],
  ['a near limit and a risk', ['destitution'], true, 0],
  ['contact with an exploiter', ['contact-with-exploiter'], false, 0],
  ['detention or removal', ['detention-or-removal'], false, 0],
  ['self-harm', ['self-harm'], false, 0],
  ['safeguarding', ['safeguarding'], false, 0],
  ['other risks', ['re-trafficking', 'criminal-proceedings'], false, 1],
  ['one of several that presses', ['destitution', 'self-harm'], false, 0],
])('%s gives its rank', (_, risks, isNear, rank) => {
  const today = isNear ? '2026-12-04' : '2026-11-24';
  expect(of({ today, risks, dates: events }).rank).toBe(rank);
});

test.each([
  // [today, rank, when it changes by itself]
  ['2026-12-02', 2, '2026-12-03'],
  ['2026-12-03', 1, '2026-12-11'],
  ['2026-12-10', 1, '2026-12-11'],
  // A limit that passed presses on, until somebody acts.
  ['2026-12-11', 1, null],
])('on %s the rank is %i, and changes on %s', (today, rank, review) => {
  expect(of({ today, dates: events })).toMatchObject({
    rank,
    review_on: review,
    next_limit_on: '2026-12-10',
    next_limit_title:
      'Ask for a review of a homelessness decision (section 202)',
    limits_law: 'law-1',
  });
});

test.each([
  [undefined, {}, '9999-12-31'],
  ['2026-12-01T10:00:00Z', {}, '2026-12-01'],
  ['2026-12-01T10:00:00Z', events, '2026-12-01'],
  ['2026-12-20T10:00:00Z', events, '2026-12-10'],
  // Half past midnight in London is the day before in UTC.
  ['2026-07-01T23:30:00Z', {}, '2026-07-02'],
])('with a target of %s and %j it presses on %s', (dueAt, dates, pressOn) => {
  expect(of({ today: '2026-11-24', dueAt, dates }).press_on).toBe(pressOn);
});

test('today is a day in London', () => {
  const at = (now: string) =>
    pressing(context, {
      nation: 'england',
      risks: [],
      dates: {
        events: [],
        requests: [{ kind: 'disclosure', due: '2026-07-09' }],
      },
      dueAt: null,
      now,
    }).rank;
  expect([at('2026-07-01T22:30:00Z'), at('2026-07-01T23:30:00Z')]).toEqual([
    2, 1,
  ]);
});

test('a day that a court set counts like a limit, whichever comes first', () => {
  const summonedBy = (due: string) =>
    of({
      today: '2026-11-24',
      dates: { ...events, requests: [{ kind: 'witness-summons', due }] },
    });
  expect(summonedBy('2026-12-05')).toMatchObject({
    next_limit_on: '2026-12-05',
    next_limit_title: 'Answer the witness summons',
    review_on: '2026-11-28',
    press_on: '2026-12-05',
  });
  expect(summonedBy('2026-12-30')).toMatchObject({
    next_limit_on: '2026-12-10',
  });
});

test('an aim is no limit', () => {
  const aim = { ruleId: 'nrm-reasonable-grounds-aim', date: '2026-11-20' };
  expect(of({ today: '2026-11-24', dates: { events: [aim] } })).toMatchObject({
    rank: 2,
    next_limit_on: null,
    press_on: '9999-12-31',
  });
});
