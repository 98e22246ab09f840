import { createHolidayCalendar, type BankHolidays } from '@imsa-hub/core';
import type { HolidayChange } from '@imsa-hub/deadlines-common';
import type { HolidayChangeRow, Law } from '@imsa-hub/deadlines-node';
import { holidayChangeProblem } from './planHolidayChange';
import { presentHolidays } from './presentHolidays';

const data: BankHolidays = {
  from: '2026-01-01',
  horizon: '2027-12-31',
  reviewedOn: '2026-11-23',
  source: 'An excerpt for tests',
  divisions: {
    'england-and-wales': [{ date: '2026-12-25', title: 'Christmas Day' }],
    scotland: [
      { date: '2026-11-30', title: "St Andrew's Day" },
      { date: '2026-12-25', title: 'Christmas Day' },
    ],
    'northern-ireland': [{ date: '2026-12-25', title: 'Christmas Day' }],
  },
  overrides: [],
};

const change = (rest: Partial<HolidayChange>): HolidayChange => ({
  divisions: ['scotland'],
  date: '2026-12-01',
  change: 'add',
  title: 'A day of its own',
  reason: 'Proclaimed once',
  ...rest,
});

it.each<[string, Partial<HolidayChange>, string | null]>([
  ['a working day to close', {}, null],
  ['a closed day to open', { change: 'remove', date: '2026-11-30' }, null],
  ['a day closed already', { date: '2026-11-30' }, 'divisions'],
  [
    'a day closed in one of two',
    { date: '2026-11-30', divisions: ['england-and-wales', 'scotland'] },
    'divisions',
  ],
  ['a working day to open', { change: 'remove' }, 'divisions'],
  ['a Saturday', { date: '2026-12-05' }, 'date'],
  ['a day after the horizon', { date: '2028-01-03' }, 'date'],
  ['a day before the list', { date: '2025-12-31' }, 'date'],
  ['the last day of the list', { date: '2027-12-31' }, null],
])('%s', (_what, rest, field) => {
  const calendar = createHolidayCalendar(data);
  expect(holidayChangeProblem(change(rest), calendar)?.field ?? null).toBe(
    field,
  );
});

describe('the list of days', () => {
  type Change = Pick<HolidayChangeRow, 'division' | 'date' | 'change'>;
  const show = (...changes: Change[]) => {
    const rows = changes.map((row, place) => ({
      ...row,
      id: `${place}`,
      title: 'A day of its own',
      reason: 'Proclaimed once',
      by_id: 'ada',
      at: new Date('2026-11-24T09:00:00Z'),
    }));
    const overrides = rows.map(({ date, division, change: kind, title }) => ({
      date,
      division,
      change: kind,
      title,
      why: 'Proclaimed once',
    }));
    return presentHolidays({
      read: {
        law: { bankHolidays: { ...data, overrides } } as unknown as Law,
        rows: { ruleVersions: [], holidayChanges: rows },
      },
      from: '2026-01-01',
      nameOf: () => 'Ada Example',
    })
      .filter(({ division }) => division === 'scotland')
      .map(({ date, state, by }) => [date, state, by]);
  };
  const on = (date: string, kind: 'add' | 'remove'): Change => ({
    division: 'scotland',
    date,
    change: kind,
  });
  const by = 'Ada Example';

  it.each<[string, Change[], unknown[]]>([
    ['nothing changed', [], [['2026-11-30', 'listed', undefined]]],
    [
      'a day added',
      [on('2026-12-01', 'add')],
      [
        ['2026-11-30', 'listed', undefined],
        ['2026-12-01', 'added', by],
      ],
    ],
    [
      'a day added and taken away again',
      [on('2026-12-01', 'add'), on('2026-12-01', 'remove')],
      [['2026-11-30', 'listed', undefined]],
    ],
    [
      'a listed day taken away',
      [on('2026-11-30', 'remove')],
      [['2026-11-30', 'removed', by]],
    ],
    [
      'and put back',
      [on('2026-11-30', 'remove'), on('2026-11-30', 'add')],
      [['2026-11-30', 'listed', by]],
    ],
  ])('%s', (_what, changes, expected) => {
    expect(show(...changes)).toEqual([
      ...expected,
      ['2026-12-25', 'listed', undefined],
    ]);
  });
});
