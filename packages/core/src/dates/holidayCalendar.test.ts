import { NATIONS } from '../vocabulary';
import { holidays2026 } from './__fixtures__/holidays';
import { createHolidayCalendar, HolidaysUnknownError } from './holidayCalendar';

const calendar = createHolidayCalendar(holidays2026);

describe('working days', () => {
  it.each([
    ['england', '2026-11-30', true],
    ['wales', '2026-11-30', true],
    ['northern-ireland', '2026-11-30', true],
    ['scotland', '2026-11-30', false],
    ['scotland', '2026-06-15', false],
    ['england', '2026-06-15', true],
    ['northern-ireland', '2026-03-17', false],
    ['scotland', '2026-04-06', true],
    ['wales', '2026-04-06', false],
    ['england', '2026-11-28', false],
    ['england', '2026-11-29', false],
  ] as const)('%s on %s: %s', (nation, date, expected) =>
    expect(calendar.isWorkingDay({ date, nation })).toBe(expected),
  );

  it('finds the next one', () => {
    const date = '2026-12-24';
    expect(calendar.nextWorkingDay({ date, nation: 'england' })).toBe(
      '2026-12-29',
    );
  });

  it('names the holiday', () => {
    const day = { date: '2026-11-30', nation: 'scotland' } as const;
    expect(calendar.holidayOn(day)).toBe("St Andrew's Day");
  });
});

describe('overrides', () => {
  it('take a day away, and the last word wins', () => {
    const override = {
      date: '2026-12-25',
      division: 'scotland',
      title: 'Christmas Day',
      why: 'A test',
    };
    const removed = createHolidayCalendar({
      ...holidays2026,
      overrides: [{ ...override, change: 'remove' }],
    });
    const restored = createHolidayCalendar({
      ...holidays2026,
      overrides: [
        { ...override, change: 'remove' },
        { ...override, change: 'add' },
      ],
    });
    const day = { date: '2026-12-25', nation: 'scotland' } as const;
    expect(removed.isWorkingDay(day)).toBe(true);
    expect(removed.isWorkingDay({ ...day, nation: 'england' })).toBe(false);
    expect(restored.isWorkingDay(day)).toBe(false);
  });
});

describe('the horizon', () => {
  it.each(NATIONS)('is said for %s', nation => {
    expect(calendar.knownFrom(nation)).toBe('2026-01-01');
    expect(calendar.knownUntil(nation)).toBe('2027-01-31');
    expect(calendar.isKnown({ date: '2027-01-31', nation })).toBe(true);
    expect(calendar.isKnown({ date: '2027-02-01', nation })).toBe(false);
    for (const date of ['2027-02-01', '2025-12-31']) {
      expect(() => calendar.isWorkingDay({ date, nation })).toThrow(
        HolidaysUnknownError,
      );
    }
  });

  it('cannot lie before the beginning', () => {
    const data = { ...holidays2026, horizon: '2025-12-31' };
    expect(() => createHolidayCalendar(data)).toThrow('horizon');
  });
});
