import fc from 'fast-check';
import {
  addDays,
  addMonths,
  CalendarDateSchema,
  daysBetween,
  isCalendarDate,
  weekdayOf,
} from './calendarDate';

const dates = fc
  .integer({ min: 0, max: 60_000 })
  .map(days => addDays({ date: '1950-01-01', days }));

describe('isCalendarDate', () => {
  it.each(['2026-11-30', '2024-02-29', '2000-02-29', '1900-01-01'])(
    'takes %s',
    date => expect(isCalendarDate(date)).toBe(true),
  );

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-2-3',
    '30/11/2026',
    '2026-11-30T00:00:00Z',
    '2026-11-30\n',
    ' 2026-11-30',
    '0026-11-30',
    '9999-12-31',
    '',
    null,
    20261130,
  ])('refuses %j', date => expect(isCalendarDate(date)).toBe(false));

  it('says in the schema what to enter', () => {
    const parsed = CalendarDateSchema.safeParse('2026-02-30');
    expect(parsed.error?.issues[0]?.message).toContain('a date that exists');
    expect(CalendarDateSchema.parse('2026-02-28')).toBe('2026-02-28');
  });
});

describe('addMonths', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-01-31', 28, '2028-05-31'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2024-02-29', 24, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %i months is %s', (date, months, expected) =>
    expect(addMonths({ date, months })).toBe(expected),
  );

  it('always gives a day that exists, never later than the same day', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 400 }), (date, months) => {
        const later = addMonths({ date, months });
        expect(isCalendarDate(later)).toBe(true);
        expect(later.slice(8) <= date.slice(8)).toBe(true);
      }),
    );
  });

  it('refuses a day that does not exist', () => {
    expect(() => addMonths({ date: '2026-02-30', months: 1 })).toThrow(
      RangeError,
    );
    expect(() => addDays({ date: '2026-02-30', days: 1 })).toThrow(RangeError);
  });
});

describe('days', () => {
  it('are counted and added alike', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -9000, max: 9000 }), (date, days) =>
        expect(daysBetween({ from: date, to: addDays({ date, days }) })).toBe(
          days,
        ),
      ),
    );
  });

  it.each([
    ['2026-11-30', 1],
    ['2026-11-29', 7],
    ['1970-01-01', 4],
    ['1969-12-28', 7],
    ['2024-02-29', 4],
  ])('%s is weekday %i', (date, weekday) =>
    expect(weekdayOf(date)).toBe(weekday),
  );
});
