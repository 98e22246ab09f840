import { DeadlineRulesError } from '@imsa-hub/core';
import {
  aHolidayChange,
  aRule,
  aVersion,
  rowsOf,
  shippedWith,
} from './__fixtures__/aLaw';
import { composeLaw } from './composeLaw';
import { NO_ROWS } from './lawRows';

const older = aRule();
const ended = aRule({ effectiveTo: '2027-04-01' });
const next = aRule({
  id: 'review-from-2027-04-01',
  period: { days: 42 },
  effectiveFrom: '2027-04-01',
  supersedes: 'review',
});
const compose = (
  shipped: Parameters<typeof shippedWith>,
  ruleVersions: ReturnType<typeof aVersion>[],
) =>
  composeLaw({
    shipped: shippedWith(...shipped),
    providers: [],
    rows: rowsOf({ ruleVersions }),
  });
const decided = [
  aVersion(ended, { shipped: older }),
  aVersion(next, { version: 1, change: 'started' }),
];

it('is what came with the hub while nothing is decided', () => {
  const law = compose([older], []);
  expect(law.rules).toEqual([older]);
  expect(law.states.get('review')).toMatchObject({
    origin: 'shipped',
    version: 1,
    history: [],
  });
});

it('takes the last word on a rule, and puts a successor beside its elder', () => {
  const another = aRule({ id: 'another' });
  const law = compose([older, another], decided);
  expect(law.rules.map(({ id }) => id)).toEqual([
    'review',
    'review-from-2027-04-01',
    'another',
  ]);
  expect(law.states.get('review')).toMatchObject({
    rule: ended,
    origin: 'hub',
    version: 2,
  });
  expect(law.states.get('review')?.newerShipped).toBeUndefined();
});

it('changes its version with any rule and any closed day', () => {
  const versions = [
    compose([older], []),
    compose([older], decided),
    composeLaw({
      shipped: shippedWith(older),
      providers: [],
      rows: rowsOf({ holidayChanges: [aHolidayChange()] }),
    }),
  ].map(({ version }) => version);
  expect(new Set(versions).size).toBe(3);
  expect(compose([older], decided).version).toBe(versions[1]);
});

describe('an update', () => {
  const updated = aRule({ period: { days: 28 } });

  it('gives way to what the Hub ended, and is kept beside it', () => {
    const state = compose([updated], decided).states.get('review');
    expect(state).toMatchObject({ rule: ended, newerShipped: updated });
  });

  it('counts where the Hub had only read the rule again', () => {
    const reviewed = aVersion(aRule({ reviewedOn: '2027-01-01' }), {
      change: 'reviewed',
      shipped: older,
    });
    expect(compose([older], [reviewed]).rules[0]?.reviewedOn).toBe(
      '2027-01-01',
    );
    const state = compose([updated], [reviewed]).states.get('review');
    expect(state).toMatchObject({ rule: updated, version: 2 });
    expect(state?.newerShipped).toBeUndefined();
  });

  it('steps aside with what contradicts the Hub, instead of stopping it', () => {
    const reopened = aRule({
      id: 'review-of-the-update',
      effectiveFrom: '2027-01-01',
      supersedes: 'review',
    });
    const early = aRule({ effectiveTo: '2027-01-01' });
    const law = compose([early, reopened], decided);
    expect(law.setAside.map(({ id }) => id)).toEqual(['review-of-the-update']);
    expect(law.rules.map(({ id }) => id)).toEqual([
      'review',
      'review-from-2027-04-01',
    ]);
  });
});

it('does not come about where the files or a plugin are at fault', () => {
  const broken = aRule({ id: 'broken', supersedes: 'nowhere' });
  expect(() => compose([broken], [])).toThrow(DeadlineRulesError);
  expect(() =>
    composeLaw({
      shipped: shippedWith(older),
      providers: [{ id: 'clash', rules: () => [older] }],
      rows: NO_ROWS,
    }),
  ).toThrow('Both the catalog and clash bring this rule');
});

it('does not come about where what the Hub decided contradicts itself', () => {
  const adrift = aVersion(next, { version: 1, change: 'started' });
  expect(() => compose([older], [adrift])).toThrow('would be in force');
});

it('adds and takes away closed days, the last word winning', () => {
  const day = (date: string) => ({ date, nation: 'scotland' as const });
  const { holidays } = composeLaw({
    shipped: shippedWith(older),
    providers: [],
    rows: rowsOf({
      holidayChanges: [
        aHolidayChange(),
        aHolidayChange({ date: '2026-11-30', change: 'remove' }),
        aHolidayChange({ date: '2026-12-02' }),
        aHolidayChange({ date: '2026-12-02', change: 'remove' }),
      ],
    }),
  });
  expect(holidays.isWorkingDay(day('2026-12-01'))).toBe(false);
  expect(holidays.isWorkingDay(day('2026-11-30'))).toBe(true);
  expect(holidays.isWorkingDay(day('2026-12-02'))).toBe(true);
  expect(holidays.isWorkingDay({ date: '2026-12-01', nation: 'wales' })).toBe(
    true,
  );
});
