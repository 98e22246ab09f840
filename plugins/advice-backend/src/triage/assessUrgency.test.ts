import type { SafetyAnswers } from '@imsa-hub/advice-common';
import type { TriageFacts } from '@imsa-hub/advice-node';
import type { Nation } from '@imsa-hub/core';
import path from 'node:path';
import { lawAsShipped } from '@imsa-hub/deadlines-node';
import { assessUrgency } from './assessUrgency';
import { createTriageRules } from './createTriageRules';
import { createWorkingDaysUntil } from './createWorkingDaysUntil';

const { holidays } = lawAsShipped(
  path.resolve(__dirname, '../../../../catalog'),
);
const SAFE: SafetyAnswers = {
  'nowhere-safe-tonight': 'no',
  'contact-with-exploiter': 'no',
  'removal-eviction-or-detention': 'no',
};

function facts({
  today = '2026-11-23',
  nation = 'england' as Nation,
  safety = {},
  limits = [],
}: Partial<Omit<TriageFacts, 'safety'>> & {
  safety?: Partial<SafetyAnswers>;
} = {}): TriageFacts {
  return {
    today,
    nation,
    limits,
    safety: { ...SAFE, ...safety },
    workingDaysUntil: createWorkingDaysUntil({ today, nation, holidays }),
  };
}
const builtIn = createTriageRules().rules();
const assess = (given: Parameters<typeof facts>[0]) =>
  assessUrgency({ rules: builtIn, facts: facts(given) });
const title = 'Ask for reconsideration';

describe('working days', () => {
  it.each([
    ['2026-11-23', 'england', 0],
    ['2026-11-22', 'england', -1],
    ['2026-11-20', 'england', -1],
    ['2026-11-19', 'england', -2],
    ['2026-11-29', 'england', 4],
    ['2026-11-30', 'england', 5],
    ['2026-11-30', 'scotland', 4],
    ['2029-01-05', 'england', undefined],
  ] as const)('until %s in %s: %s', (date, nation, expected) => {
    const until = createWorkingDaysUntil({
      today: '2026-11-23',
      nation,
      holidays,
    });
    expect(until(date)).toBe(expected);
  });
});

describe('assessUrgency', () => {
  it.each([
    ['nowhere-safe-tonight', 'Nowhere safe to stay tonight'],
    ['contact-with-exploiter', 'Contact with an exploiter, or a threat of it'],
    [
      'removal-eviction-or-detention',
      'Removal, eviction or detention, now or about to happen',
    ],
  ] as const)('takes a yes to %s for today', (code, text) => {
    expect(assess({ safety: { [code]: 'yes' } })).toEqual({
      band: 'today',
      reasons: [{ code, text }],
      rank: 98,
      reviewAt: null,
    });
  });

  it.each([
    'nowhere-safe-tonight',
    'contact-with-exploiter',
    'removal-eviction-or-detention',
  ] as const)('takes not knowing %s for soon', code => {
    const { band, reasons } = assess({ safety: { [code]: 'not-known' } });
    expect(band).toBe('soon');
    expect(reasons).toEqual([
      { code, text: expect.stringMatching(/^Not known whether/) },
    ]);
  });

  it('is ordinary, and stays so, where nothing presses', () => {
    expect(assess({})).toEqual({
      band: 'ordinary',
      reasons: [],
      rank: 299,
      reviewAt: null,
    });
  });

  // Monday 23 November 2026; 30 November is a holiday in Scotland.
  it.each([
    // From New Year on the date is written with its year.
    ['passed', '2026-11-20', 'england', 'today', '2027-01-01'],
    ['today', '2026-11-23', 'england', 'today', '2026-11-24'],
    ['one working day', '2026-11-24', 'england', 'today', '2026-11-25'],
    ['two working days', '2026-11-25', 'england', 'soon', '2026-11-24'],
    ['five working days', '2026-11-30', 'england', 'soon', '2026-11-27'],
    ['six working days', '2026-12-01', 'england', 'ordinary', '2026-11-24'],
    [
      'five where one is closed',
      '2026-12-01',
      'scotland',
      'soon',
      '2026-11-27',
    ],
    ['far away', '2027-06-01', 'england', 'ordinary', '2027-01-22'],
  ] as const)('a limit %s', (_, date, nation, band, reviewAt) => {
    const found = assess({ nation, limits: [{ date, title }] });
    expect(found).toMatchObject({ band, reviewAt });
  });

  it('writes the limit so that it can be acted on', () => {
    const { reasons } = assess({ limits: [{ date: '2026-11-30', title }] });
    expect(reasons).toEqual([
      {
        code: 'legal-limit',
        text: 'Limit on Monday 30 November: ask for reconsideration',
      },
    ]);
  });

  it('names every pressing limit, the passed one first', () => {
    const { band, reasons } = assess({
      today: '2026-12-31',
      limits: [
        { date: '2027-01-05', title: 'NRM limit' },
        { date: '2026-12-30', title },
      ],
    });
    expect(band).toBe('today');
    expect(reasons[0]?.text).toBe(
      'Limit passed on Wednesday 30 December: ask for reconsideration; Limit on Tuesday 5 January 2027: NRM limit',
    );
  });

  it('errs on the early side where bank holidays are not known', () => {
    const found = (date: string) =>
      assess({ today: '2029-03-01', limits: [{ date, title }] }).band;
    expect(found('2029-03-05')).toBe('today');
    expect(found('2029-03-09')).toBe('soon');
    expect(found('2029-03-20')).toBe('ordinary');
  });

  it('puts more reasons before fewer, and a nearer band before any', () => {
    const all = assess({
      safety: {
        'nowhere-safe-tonight': 'yes',
        'contact-with-exploiter': 'yes',
      },
    });
    const one = assess({ safety: { 'nowhere-safe-tonight': 'yes' } });
    const soon = assess({
      safety: {
        'nowhere-safe-tonight': 'not-known',
        'contact-with-exploiter': 'not-known',
        'removal-eviction-or-detention': 'not-known',
      },
    });
    const ranks = [all, one, soon, assess({})].map(({ rank }) => rank);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(ranks).size).toBe(4);
  });
});

describe('rules of modules', () => {
  const winter = {
    id: 'winter-shelter',
    title: 'Night shelters are shut',
    assess: ({ today }: TriageFacts) =>
      today >= '2026-12-01'
        ? { band: 'soon' as const, text: 'Night shelters are shut' }
        : undefined,
  };

  it('are asked, also about the day they begin to matter', () => {
    const registry = createTriageRules();
    registry.addRule(winter);
    const rules = registry.rules();
    expect(assessUrgency({ rules, facts: facts() })).toMatchObject({
      band: 'ordinary',
      reviewAt: '2026-12-01',
    });
    expect(
      assessUrgency({ rules, facts: facts({ today: '2026-12-02' }) }).reasons,
    ).toEqual([{ code: 'winter-shelter', text: 'Night shelters are shut' }]);
  });

  it('cannot take an id in use', () => {
    const registry = createTriageRules();
    expect(() => registry.addRule({ ...winter, id: 'legal-limit' })).toThrow(
      'There is a triage rule "legal-limit" already',
    );
  });

  it('that fail are shown and hide nothing', () => {
    const broken = {
      ...winter,
      assess: () => {
        throw new Error('no');
      },
    };
    const found = assessUrgency({
      rules: [broken, ...builtIn],
      facts: facts({ safety: { 'nowhere-safe-tonight': 'yes' } }),
    });
    expect(found.band).toBe('today');
    expect(found.reasons.map(({ code }) => code)).toEqual([
      'nowhere-safe-tonight',
      'winter-shelter',
    ]);
  });
});
