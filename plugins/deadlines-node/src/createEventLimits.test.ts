import type { DeadlineRuleProvider } from '@imsa-hub/core';
import path from 'node:path';
import { createDeadlineRuleProviders } from './deadlineRuleProviders';
import { createEventLimits } from './createEventLimits';
import { lawAsShipped } from './lawAsShipped';

const catalog = path.resolve(__dirname, '../../../catalog');
const data = lawAsShipped(catalog);
const leaveOut = new Set(['imsa-employment-start']);
const queryLimits = createEventLimits({ ...data, leaveOut });
const nrm = 'nrm-reconsideration-30-days';

describe('limits', () => {
  it.each([
    ['england', nrm, '2026-10-31', nrm, '2026-11-30'],
    // The older version by its date, although the newer one was chosen.
    [
      'england',
      nrm,
      '2025-05-07',
      'nrm-reconsideration-one-month',
      '2025-06-07',
    ],
    ['england', nrm, '2025-05-08', nrm, '2025-06-07'],
    [
      'england',
      'nrm-reconsideration-one-month',
      '2026-10-31',
      nrm,
      '2026-11-30',
    ],
    // The nation's own rule for the same event; England counts the first day.
    [
      'england',
      'homelessness-review-england',
      '2026-11-02',
      'homelessness-review-england',
      '2026-11-22',
    ],
    [
      'scotland',
      'homelessness-review-england',
      '2026-11-02',
      'homelessness-review-scotland',
      '2026-11-23',
    ],
  ] as const)('in %s, %s on %s', (nation, ruleId, date, found, limit) => {
    const [first, ...rest] = queryLimits.limits({
      nation,
      events: [{ ruleId, date }],
    });
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ ruleId: found, limit, eventDate: date });
    expect(first?.working.length).toBeGreaterThan(2);
    expect(first?.source).toBeTruthy();
  });

  it('gives every limit that one event starts', () => {
    const found = queryLimits.limits({
      nation: 'england',
      events: [{ ruleId: 'asylum-appeal-in-uk', date: '2026-11-02' }],
    });
    expect(found.map(({ ruleId }) => ruleId)).toEqual([
      'asylum-appeal-in-uk',
      'asylum-appeal-from-abroad',
    ]);
  });

  it('tells what the answer can start, and how late is too late', () => {
    const [found] = queryLimits.limits({
      nation: 'wales',
      events: [
        { ruleId: 'benefit-mandatory-reconsideration', date: '2026-11-02' },
      ],
    });
    const working = found?.working.join('\n');
    expect(working).toContain(
      'What comes back can start another limit. Mandatory reconsideration notice: Appeal to the tribunal after mandatory reconsideration.',
    );
    expect(working).toContain('Thursday 2 December 2027');
  });

  it('counts the same event once, soonest first, unknown last', () => {
    const found = queryLimits.limits({
      nation: 'england',
      events: [
        { ruleId: 'gone', date: '2026-11-01' },
        { ruleId: nrm, date: '2026-11-01' },
        { ruleId: 'nrm-reconsideration-one-month', date: '2026-11-01' },
        { ruleId: 'homelessness-review-england', date: '2026-11-01' },
      ],
    });
    expect(found.map(({ ruleId, limit }) => [ruleId, limit])).toEqual([
      ['homelessness-review-england', '2026-11-21'],
      [nrm, '2026-12-01'],
      ['gone', null],
    ]);
    expect(found[2]?.caution).toContain('by hand');
  });

  it('says why there is none where the nation has no such rule', () => {
    const [found] = queryLimits.limits({
      nation: 'northern-ireland',
      events: [
        { ruleId: 'benefit-mandatory-reconsideration', date: '2026-11-02' },
      ],
    });
    expect(found).toMatchObject({
      limit: null,
      caution: 'This rule does not cover Northern Ireland.',
    });
  });
});

describe('choices', () => {
  it('offer each event once, by its current rule, without employment', () => {
    const all = queryLimits.choices();
    expect(new Set(all.map(({ event }) => event)).size).toBe(all.length);
    expect(all.find(({ ruleId }) => ruleId === nrm)?.nations).toHaveLength(4);
    expect(all.map(({ ruleId }) => ruleId)).not.toContain(
      'nrm-reconsideration-one-month',
    );
    expect(all.map(({ ruleId }) => ruleId)).not.toContain(
      'imsa-minimum-employment',
    );
    expect(queryLimits.isKnown('imsa-minimum-employment')).toBe(false);
  });

  it('of a nation name its own rule', () => {
    const found = queryLimits.choices('scotland').map(({ ruleId }) => ruleId);
    expect(found).toContain('homelessness-review-scotland');
    expect(found).toContain('adult-disability-payment-redetermination');
    expect(found).not.toContain('homelessness-review-england');
    expect(
      queryLimits.choices('england').map(({ ruleId }) => ruleId),
    ).not.toContain('adult-disability-payment-redetermination');
  });
});

describe('the next limit', () => {
  const limits = queryLimits.limits({
    nation: 'england',
    events: [
      { ruleId: 'homelessness-review-england', date: '2026-11-02' },
      { ruleId: nrm, date: '2026-10-31' },
      { ruleId: 'nrm-reasonable-grounds-aim', date: '2026-11-16' },
    ],
  });

  it.each([
    ['2026-11-10', '2026-11-22'],
    ['2026-11-22', '2026-11-22'],
    ['2026-11-23', '2026-11-30'],
    ['2026-12-24', '2026-11-30'],
  ])('on %s is %s', (today, date) => {
    expect(queryLimits.nextLimit(limits, today)?.date).toBe(date);
  });

  it('is none where there is only an aim', () => {
    const aims = limits.filter(({ kind }) => kind === 'aim');
    expect(aims).toHaveLength(1);
    expect(queryLimits.nextLimit(aims, '2026-11-10')).toBeNull();
  });
});

describe('a provider the core does not know', () => {
  const provider: DeadlineRuleProvider = {
    id: 'local-scheme',
    rules: () =>
      data.rules
        .filter(rule => rule.id === nrm)
        .map(rule => ({
          ...rule,
          id: 'local-scheme-appeal',
          eventId: 'local-scheme-decision',
          event: 'Told of the local scheme decision',
          title: 'Appeal to the local scheme',
          period: { workingDays: 3 },
          supersedes: undefined,
          effectiveFrom: undefined,
        })),
  };

  it('brings limits and choices', () => {
    const registry = createDeadlineRuleProviders();
    registry.addProvider(provider);
    const added = createEventLimits(
      lawAsShipped(catalog, registry.providers()),
    );
    expect(added.choices('wales').map(({ event }) => event)).toContain(
      'Told of the local scheme decision',
    );
    expect(
      added.limits({
        nation: 'scotland',
        events: [{ ruleId: 'local-scheme-appeal', date: '2026-11-26' }],
      })[0]?.limit,
    ).toBe('2026-12-02');
  });

  it('cannot come twice, or take a rule id in use', () => {
    const registry = createDeadlineRuleProviders();
    registry.addProvider(provider);
    expect(() => registry.addProvider(provider)).toThrow('"local-scheme"');
    const clash = { id: 'clash', rules: () => data.rules.slice(0, 1) };
    expect(() => lawAsShipped(catalog, [clash])).toThrow(
      'Both the catalog and clash bring this rule',
    );
  });
});

describe('further dates', () => {
  const benefit = 'benefit-mandatory-reconsideration';
  const limitOf = (
    nation: 'england' | 'scotland',
    ruleId: string,
    date: string,
    facts?: Record<string, string>,
  ) => queryLimits.limits({ nation, events: [{ ruleId, date, facts }] })[0];

  // One month; 14 days more where a statement of reasons came within it.
  it.each([
    [undefined, '2026-11-12'],
    [{ 'statement-of-reasons': '2026-10-20' }, '2026-11-26'],
    [{ 'statement-of-reasons': '2026-11-12' }, '2026-11-26'],
    [{ 'statement-of-reasons': '2026-11-13' }, '2026-11-12'],
  ])('a statement of reasons (%j) moves the limit to %s', (facts, limit) => {
    expect(limitOf('england', benefit, '2026-10-12', facts)?.limit).toBe(limit);
  });

  it('stand in the working', () => {
    const working = limitOf('england', benefit, '2026-10-12', {
      'statement-of-reasons': '2026-10-20',
    })?.working;
    expect(working?.join(' ')).toContain(
      'A statement of reasons was given within the month: 14 days more, to Thursday 26 November 2026',
    );
  });

  // In Scotland the earlier of 90 days and the Conclusive Grounds decision.
  it.each([
    [undefined, '2026-10-30'],
    [{ 'conclusive-grounds-decision': '2026-09-01' }, '2026-09-01'],
    [{ 'conclusive-grounds-decision': '2026-11-20' }, '2026-10-30'],
  ])(
    'a Conclusive Grounds decision (%j) ends support on %s',
    (facts, limit) => {
      expect(
        limitOf('scotland', 'support-period-scotland', '2026-08-01', facts)
          ?.limit,
      ).toBe(limit);
    },
  );

  it('are asked for with the event, in the nations whose rules need them', () => {
    const factsOf = (nation: 'england' | 'scotland', event: string) =>
      queryLimits.choices(nation).find(choice => choice.event === event)?.facts;
    expect(
      factsOf(
        'england',
        'Universal Credit or Personal Independence Payment decision',
      ),
    ).toEqual([
      {
        id: 'statement-of-reasons',
        question: 'Date a written statement of reasons was given',
        nations: ['england'],
      },
    ]);
    const grounds = 'Positive Reasonable Grounds decision';
    expect(factsOf('england', grounds)).toEqual([]);
    expect(factsOf('scotland', grounds)).toEqual([
      {
        id: 'conclusive-grounds-decision',
        question: 'Date of the Conclusive Grounds decision',
        nations: ['scotland'],
      },
    ]);
    expect(queryLimits.factQuestion('statement-of-reasons')).toBe(
      'Date a written statement of reasons was given',
    );
  });
});

describe('what is wrong with an event as it was entered', () => {
  const event = {
    ruleId: 'benefit-mandatory-reconsideration',
    date: '2026-10-12',
  };
  const wrong = (part: object) =>
    queryLimits
      .problems({ event: { ...event, ...part }, today: '2026-11-27' })
      .map(({ field, message }) => `${field}: ${message}`);

  it.each([
    [{}, []],
    [{ date: '2026-11-27' }, []],
    [{ facts: { 'statement-of-reasons': '2026-10-12' } }, []],
    [{ ruleId: 'gone' }, ['ruleId: Choose what happened from the list']],
    [{ date: '2026-11-28' }, ['date: This day is still to come']],
    [{ date: '1926-11-27' }, []],
    [
      { date: '1926-11-26' },
      ['date: Look at the year again: it is too long ago'],
    ],
    [
      { facts: { 'statement-of-reasons': '2026-10-11' } },
      [
        'facts.statement-of-reasons: This is before the event itself, on Monday 12 October 2026',
      ],
    ],
    [
      { facts: { 'statement-of-reasons': '2026-11-28' } },
      ['facts.statement-of-reasons: This day is still to come'],
    ],
    [
      { facts: { 'conclusive-grounds-decision': '2026-11-01' } },
      ['facts.conclusive-grounds-decision: This date is not asked for here'],
    ],
  ])('%j', (part, problems) => {
    expect(wrong(part)).toEqual(problems);
  });
});
