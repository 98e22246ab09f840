import { DeadlineRuleSchema, type DeadlineRule } from '@imsa-hub/core';
import type { EndRule, Successor } from '@imsa-hub/deadlines-common';
import {
  endProblem,
  openNations,
  reviewedRule,
  successorRule,
} from './planRuleChange';

const rule = DeadlineRuleSchema.parse({
  id: 'review',
  title: 'Ask for a review',
  eventId: 'decision',
  event: 'Told of the decision',
  nations: ['england', 'wales'],
  kind: 'limit',
  period: { days: 21 },
  dayOfNotice: 'excluded',
  lateLimit: { period: { months: 13 }, words: 'Late, with good reason' },
  followOn: ['appeal'],
  authority: 'An Act',
  source: 'A book',
  sourceUrl: 'https://law.example/old',
  reviewedOn: '2026-11-23',
  effectiveFrom: '2020-01-01',
  confidence: 'secondary',
});
const successor: Successor = {
  title: 'Ask for a review in time',
  nations: ['wales'],
  period: { days: 42 },
  dayOfNotice: 'included',
  postAllowanceHours: 0,
  closedDay: 'none',
  authority: 'A newer Act',
  source: 'The Act itself',
  confidence: 'primary',
  keeps: ['lateLimit'],
};
const ending = (rest: Partial<EndRule> = {}): EndRule => ({
  version: 1,
  effectiveTo: '2027-04-01',
  reason: 'The law changed',
  ...rest,
});
const welsh = {
  ...rule,
  id: 'welsh',
  nations: ['wales'],
  supersedes: 'review',
};

it('knows where nothing has taken its place', () => {
  expect(openNations(rule, [rule])).toEqual(['england', 'wales']);
  expect(openNations(rule, [rule, welsh as DeadlineRule])).toEqual(['england']);
});

it.each<
  [string, DeadlineRule, EndRule, DeadlineRule['nations'], string | null]
>([
  ['an end', rule, ending(), ['england', 'wales'], null],
  [
    'an end with a successor',
    rule,
    ending({ successor }),
    ['england', 'wales'],
    null,
  ],
  [
    'a day before it began',
    rule,
    ending({ effectiveTo: '2019-12-31' }),
    ['england', 'wales'],
    'effectiveTo',
  ],
  [
    'the day on which it began',
    rule,
    ending({ effectiveTo: '2020-01-01' }),
    ['england', 'wales'],
    'effectiveTo',
  ],
  [
    'the day on which it ends already',
    { ...rule, effectiveTo: '2027-04-01' },
    ending(),
    ['england', 'wales'],
    'effectiveTo',
  ],
  [
    'a successor from the day on which it ends already',
    { ...rule, effectiveTo: '2027-04-01' },
    ending({ successor }),
    ['england', 'wales'],
    null,
  ],
  [
    'another day once something took its place',
    { ...rule, effectiveTo: '2027-04-01' },
    ending({ effectiveTo: '2027-05-01', successor }),
    ['wales'],
    'effectiveTo',
  ],
  [
    'a nation in which something took its place',
    { ...rule, effectiveTo: '2027-04-01' },
    ending({ successor }),
    ['england'],
    'successor.nations',
  ],
  ['anything once all of it was replaced', rule, ending(), [], 'effectiveTo'],
])('%s', (_what, given, asked, open, field) => {
  expect(endProblem({ rule: given, ending: asked, open })?.field ?? null).toBe(
    field,
  );
});

describe('a successor', () => {
  const make = (taken: string[] = [], from = rule) =>
    successorRule({
      rule: from,
      successor,
      effectiveFrom: '2027-04-01',
      today: '2026-11-26',
      isTaken: id => taken.includes(id),
    });

  it('stands for the same event, from the day on which the older one ends', () => {
    expect(make()).toEqual({
      id: 'review-from-2027-04-01',
      eventId: 'decision',
      event: 'Told of the decision',
      kind: 'limit',
      title: 'Ask for a review in time',
      nations: ['wales'],
      period: { days: 42 },
      dayOfNotice: 'included',
      postAllowanceHours: 0,
      closedDay: 'none',
      extensions: [],
      lateLimit: rule.lateLimit,
      followOn: [],
      supersedes: 'review',
      authority: 'A newer Act',
      source: 'The Act itself',
      effectiveFrom: '2027-04-01',
      reviewedOn: '2026-11-26',
      confidence: 'primary',
    });
  });

  it('has an id of its own', () => {
    expect(make(['review-from-2027-04-01']).id).toBe(
      'review-from-2027-04-01-2',
    );
    const grandchild = make([], { ...rule, id: 'review-from-2025-01-01-2' });
    expect(grandchild.id).toBe('review-from-2027-04-01');
    const long = make([], { ...rule, id: `a${'-b'.repeat(59)}` });
    expect(long.id.length).toBeLessThanOrEqual(120);
  });
});

it('is read again as of today, and an address that is gone is taken out', () => {
  const review = {
    version: 1,
    confidence: 'primary' as const,
    source: 'The Act itself',
    reason: 'Read',
  };
  const { sourceUrl: _gone, ...rest } = rule;
  expect(reviewedRule({ rule, review, today: '2026-11-26' })).toEqual({
    ...rest,
    confidence: 'primary',
    source: 'The Act itself',
    reviewedOn: '2026-11-26',
  });
});
