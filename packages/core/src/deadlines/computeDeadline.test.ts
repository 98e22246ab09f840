import fc from 'fast-check';
import { addDays, createHolidayCalendar, daysBetween } from '../dates';
import { holidays2026 } from '../dates/__fixtures__/holidays';
import type { Nation } from '../vocabulary';
import { aRule } from './__fixtures__/aRule';
import { computeDeadline, DeadlineFacts } from './computeDeadline';
import type { DeadlineRuleInput } from './deadlineRule';

const holidays = createHolidayCalendar(holidays2026);

function limitOf(
  changes: Partial<DeadlineRuleInput>,
  eventDate: string,
  nation: Nation = 'england',
  facts: DeadlineFacts = {},
): string {
  const rule = aRule(changes);
  const found = computeDeadline({ rule, eventDate, nation, holidays, facts });
  return found.status === 'known' ? found.limit : found.reason;
}

describe('counting', () => {
  it.each<[Partial<DeadlineRuleInput>, string, string]>([
    [{ dayOfNotice: 'included' }, '2026-06-01', '2026-06-21'],
    [{ dayOfNotice: 'excluded' }, '2026-06-01', '2026-06-22'],
    [{ period: { weeks: 3 } }, '2026-06-01', '2026-06-22'],
    [{ period: { hours: 48 } }, '2026-06-01', '2026-06-03'],
    [{ period: { months: 1 } }, '2026-01-31', '2026-02-28'],
    [{ period: { months: 28 } }, '2026-01-31', '2028-05-31'],
    [{ period: { years: 2 } }, '2024-02-29', '2026-02-28'],
    [
      { period: { months: 1 }, dayOfNotice: 'included' },
      '2026-06-01',
      '2026-06-30',
    ],
    [{ postAllowanceHours: 48 }, '2026-06-01', '2026-06-24'],
    [{ period: { workingDays: 1 } }, '2026-11-27', '2026-11-30'],
    [{ period: { workingDays: 5 } }, '2026-12-24', '2027-01-05'],
    [
      { period: { workingDays: 5 }, dayOfNotice: 'included' },
      '2026-06-01',
      '2026-06-05',
    ],
    [
      { period: { workingDays: 1 }, dayOfNotice: 'included' },
      '2026-05-30',
      '2026-06-01',
    ],
  ])('%j from %s is %s', (changes, eventDate, limit) =>
    expect(limitOf(changes, eventDate)).toBe(limit),
  );

  it('keeps the holidays of the nation', () => {
    const changes = { period: { workingDays: 1 } };
    expect(limitOf(changes, '2026-11-27', 'scotland')).toBe('2026-12-01');
  });
});

describe('a closed day', () => {
  it.each<['none' | 'next-working-day' | 'next-court-opening', string]>([
    ['none', '2026-12-25'],
    ['next-working-day', '2026-12-29'],
    ['next-court-opening', '2026-12-29'],
  ])('%s ends on %s', (closedDay, limit) =>
    expect(limitOf({ closedDay }, '2026-12-04')).toBe(limit),
  );

  it('moves nothing that ends on an open day', () => {
    expect(limitOf({ closedDay: 'next-court-opening' }, '2026-06-01')).toBe(
      '2026-06-22',
    );
  });
});

describe('further dates', () => {
  const extended: Partial<DeadlineRuleInput> = {
    period: { months: 1 },
    extensions: [
      {
        fact: { id: 'statement', question: 'Date of the statement' },
        days: 14,
        words: 'A statement was given within the month',
      },
    ],
  };
  const ended: Partial<DeadlineRuleInput> = {
    period: { days: 90 },
    endsEarlier: {
      fact: { id: 'decision', question: 'Date of the decision' },
      words: 'It ends with the decision',
    },
  };

  it.each<[Partial<DeadlineRuleInput>, DeadlineFacts, string]>([
    [extended, {}, '2026-02-28'],
    [extended, { statement: undefined }, '2026-02-28'],
    [extended, { statement: '2026-02-10' }, '2026-03-14'],
    [extended, { statement: '2026-02-28' }, '2026-03-14'],
    [extended, { statement: '2026-03-01' }, '2026-02-28'],
    [extended, { statement: '2026-01-30' }, 'facts-do-not-fit'],
    [extended, { statement: '2026-02-30' }, 'facts-do-not-fit'],
    [ended, {}, '2026-05-01'],
    [ended, { decision: '2026-03-01' }, '2026-03-01'],
    [ended, { decision: '2026-06-01' }, '2026-05-01'],
    [ended, { somethingElse: 'not a date' }, '2026-05-01'],
  ])('%#: %j with %j', (changes, facts, limit) =>
    expect(limitOf(changes, '2026-01-31', 'england', facts)).toBe(limit),
  );
});

describe('what is not known', () => {
  it.each<[Partial<DeadlineRuleInput>, string, Nation, string]>([
    [{}, '2026-02-30', 'england', 'impossible-date'],
    [{}, '2026-06-01', 'wales', 'nation-not-covered'],
    [{ effectiveFrom: '2026-06-02' }, '2026-06-01', 'england', 'not-in-force'],
    [{ effectiveTo: '2026-06-01' }, '2026-06-01', 'england', 'not-in-force'],
    [
      { period: { workingDays: 5 } },
      '2027-01-29',
      'england',
      'holidays-unknown',
    ],
    [
      { closedDay: 'next-working-day' },
      '2027-01-11',
      'england',
      'holidays-unknown',
    ],
    [
      { closedDay: 'next-working-day' },
      '2027-01-10',
      'england',
      'holidays-unknown',
    ],
  ])('%j on %s in %s: %s', (changes, eventDate, nation, reason) =>
    expect(limitOf(changes, eventDate, nation)).toBe(reason),
  );

  it('is said in plain words', () => {
    const found = computeDeadline({
      rule: aRule({ period: { workingDays: 5 } }),
      eventDate: '2027-01-29',
      nation: 'england',
      holidays,
    });
    expect(found).toMatchObject({
      status: 'unknown',
      because: expect.stringContaining(
        'to Sunday 31 January 2027 only, and this limit depends on others',
      ),
    });
  });

  it('does not stand in the way of limits that need no holidays', () => {
    expect(limitOf({}, '2030-06-01')).toBe('2030-06-22');
  });
});

describe('the working', () => {
  it('can be followed on a calendar', () => {
    const found = computeDeadline({
      rule: aRule({ closedDay: 'next-court-opening', postAllowanceHours: 48 }),
      eventDate: '2026-12-02',
      nation: 'england',
      holidays,
    });
    expect(found).toMatchObject({
      working: [
        'Told of the decision: Wednesday 2 December 2026.',
        '48 hours are allowed for the post: it counts as received on Friday 4 December 2026.',
        'The period is 21 days.',
        'The day itself does not count, so day 1 is Saturday 5 December 2026.',
        'Day 21 is Friday 25 December 2026.',
        "That is a closed day (Christmas Day), so it moves to the court's next opening: Tuesday 29 December 2026.",
      ],
    });
  });

  it('names the bank holidays that working days step over', () => {
    const found = computeDeadline({
      rule: aRule({ period: { workingDays: 5 } }),
      eventDate: '2026-11-27',
      nation: 'scotland',
      holidays,
    });
    expect(found).toMatchObject({
      working: expect.arrayContaining([
        "Weekends are left out, and these bank holidays: St Andrew's Day, Monday 30 November 2026.",
      ]),
    });
  });

  it('says that a month end was cut short', () => {
    const found = computeDeadline({
      rule: aRule({ period: { months: 1 } }),
      eventDate: '2026-01-31',
      nation: 'england',
      holidays,
    });
    expect(JSON.stringify(found)).toContain('that month has no day 31');
  });
});

describe('the caution', () => {
  it('tells of secondary sources, aims and what the rule adds', () => {
    const found = computeDeadline({
      rule: aRule({
        kind: 'aim',
        confidence: 'secondary',
        caution: 'Ask early.',
      }),
      eventDate: '2026-06-01',
      nation: 'england',
      holidays,
    });
    expect(found).toMatchObject({
      caution:
        'A reminder with its source, not legal advice. An aim, not an entitlement. The primary text was not read for this rule: check it first. Ask early.',
    });
  });

  it('gives the late limit with its condition', () => {
    const found = computeDeadline({
      rule: aRule({
        period: { months: 1 },
        lateLimit: { period: { months: 13 }, words: 'With good reasons' },
      }),
      eventDate: '2026-01-31',
      nation: 'england',
      holidays,
    });
    expect(found).toMatchObject({
      lateLimit: { limit: '2027-02-28', words: 'With good reasons' },
    });
  });
});

describe('any event', () => {
  const events = fc
    .integer({ min: 0, max: 330 })
    .map(days => addDays({ date: '2026-01-01', days }));

  it('has an included and an excluded limit one day apart', () => {
    fc.assert(
      fc.property(events, fc.integer({ min: 1, max: 400 }), (event, days) => {
        const of = (dayOfNotice: 'included' | 'excluded') =>
          limitOf({ period: { days }, dayOfNotice }, event);
        expect(daysBetween({ from: of('included'), to: of('excluded') })).toBe(
          1,
        );
      }),
    );
  });

  it('has limits that never go back as the event moves on', () => {
    const periods: Array<DeadlineRuleInput['period']> = [
      { days: 30 },
      { months: 1 },
      { workingDays: 5 },
    ];
    fc.assert(
      fc.property(events, fc.constantFrom(...periods), (event, period) => {
        const later = addDays({ date: event, days: 1 });
        expect(limitOf({ period }, event) <= limitOf({ period }, later)).toBe(
          true,
        );
      }),
    );
  });

  it('ends working-day limits on working days', () => {
    fc.assert(
      fc.property(
        events,
        fc.constantFrom<Nation>('england', 'scotland'),
        (event, nation) => {
          const date = limitOf({ period: { workingDays: 3 } }, event, nation);
          expect(holidays.isWorkingDay({ date, nation })).toBe(true);
        },
      ),
    );
  });
});
