import fc from 'fast-check';
import { createHolidayCalendar } from '../dates';
import { holidays2026 } from '../dates/__fixtures__/holidays';
import { NATIONS } from '../vocabulary';
import { DEFAULT_WORKING_HOURS, WorkingHours } from './workingHours';
import { addWorkingTime, workingMinutesBetween } from './workingTime';

const holidays = createHolidayCalendar(holidays2026);
const hours = DEFAULT_WORKING_HOURS;
const splitDay = [
  { from: '09:00', to: '12:30' },
  { from: '13:00', to: '17:00' },
];
const split: WorkingHours = {
  ...hours,
  monday: splitDay,
  tuesday: splitDay,
  wednesday: splitDay,
  thursday: splitDay,
  friday: splitDay,
  saturday: [{ from: '18:00', to: '24:00' }],
};
const england = { holidays, hours, nation: 'england' } as const;
const scotland = { holidays, hours, nation: 'scotland' } as const;

describe('addWorkingTime', () => {
  it.each([
    [
      'Friday into Monday',
      '2026-11-27T16:30:00Z',
      60,
      '2026-11-30T09:30:00.000Z',
    ],
    [
      'to the end of the day',
      '2026-11-27T16:30:00Z',
      30,
      '2026-11-27T17:00:00.000Z',
    ],
    [
      'a minute into the next',
      '2026-11-27T16:30:00Z',
      31,
      '2026-11-30T09:01:00.000Z',
    ],
    [
      'from before opening',
      '2026-11-27T06:00:00Z',
      60,
      '2026-11-27T10:00:00.000Z',
    ],
    ['from a weekend', '2026-11-28T12:00:00Z', 60, '2026-11-30T10:00:00.000Z'],
    ['over Christmas', '2026-12-24T16:00:00Z', 120, '2026-12-29T10:00:00.000Z'],
    ['nothing at all', '2026-11-28T12:00:00Z', 0, '2026-11-28T12:00:00.000Z'],
    [
      'clocks going back',
      '2026-10-23T16:00:00+01:00',
      120,
      '2026-10-26T10:00:00.000Z',
    ],
    [
      'clocks going forward',
      '2026-03-27T16:00:00Z',
      120,
      '2026-03-30T09:00:00.000Z',
    ],
  ])('%s', (_, from, minutes, expected) =>
    expect(addWorkingTime({ ...england, from, minutes })).toBe(expected),
  );

  it('keeps the holidays of the nation', () => {
    const question = { from: '2026-11-27T16:30:00Z', minutes: 60 };
    expect(addWorkingTime({ ...scotland, ...question })).toBe(
      '2026-12-01T09:30:00.000Z',
    );
  });

  it('leaves out the middle of a split day', () => {
    const question = { from: '2026-11-27T12:00:00Z', minutes: 60 };
    expect(addWorkingTime({ ...england, ...question, hours: split })).toBe(
      '2026-11-27T13:30:00.000Z',
    );
  });

  it('goes by the week alone beyond the known holidays', () => {
    const question = { from: '2027-12-24T16:30:00Z', minutes: 60 };
    expect(addWorkingTime({ ...england, ...question })).toBe(
      '2027-12-27T09:30:00.000Z',
    );
  });

  it('refuses what is no time', () => {
    const from = '2026-11-27T12:00:00Z';
    expect(() => addWorkingTime({ ...england, from, minutes: -1 })).toThrow(
      RangeError,
    );
    expect(() => addWorkingTime({ ...england, from, minutes: NaN })).toThrow(
      RangeError,
    );
    expect(() =>
      addWorkingTime({ ...england, from: 'later', minutes: 1 }),
    ).toThrow(RangeError);
  });
});

describe('workingMinutesBetween', () => {
  it.each([
    [
      'the working day before',
      '2026-10-23T00:00:00+01:00',
      '2026-10-24T00:00:00+01:00',
      480,
    ],
    [
      'the day the clocks go back',
      '2026-10-25T00:00:00+01:00',
      '2026-10-26T00:00:00Z',
      0,
    ],
    [
      'the working day after',
      '2026-10-26T00:00:00Z',
      '2026-10-27T00:00:00Z',
      480,
    ],
    ['both', '2026-10-23T09:00:00+01:00', '2026-10-26T17:00:00Z', 960],
    ['the wrong way round', '2026-10-26T17:00:00Z', '2026-10-23T09:00:00Z', 0],
    ['half a minute', '2026-10-26T10:00:00Z', '2026-10-26T10:00:30Z', 0.5],
  ])('%s', (_, from, to, expected) =>
    expect(workingMinutesBetween({ ...england, from, to })).toBe(expected),
  );

  it('counts the hours that really pass when a span meets the change', () => {
    const sunday = [{ from: '00:00', to: '03:00' }];
    const night: WorkingHours = { ...hours, sunday };
    const on = (from: string, to: string) =>
      workingMinutesBetween({ ...england, hours: night, from, to });
    expect(on('2026-10-25T00:00:00+01:00', '2026-10-25T12:00:00Z')).toBe(240);
    expect(on('2026-03-29T00:00:00Z', '2026-03-29T12:00:00+01:00')).toBe(120);
  });
});

describe('any moment of the year', () => {
  const begin = Date.parse('2026-01-01T00:00:00Z');
  const moments = fc
    .integer({ min: 0, max: 370 * 1440 })
    .map(minute => new Date(begin + minute * 60_000).toISOString());
  const calendars = fc.record({
    holidays: fc.constant(holidays),
    hours: fc.constantFrom(hours, split),
    nation: fc.constantFrom(...NATIONS),
  });
  const lengths = fc.integer({ min: 0, max: 20_000 });

  it('adding and measuring undo each other', () => {
    fc.assert(
      fc.property(calendars, moments, lengths, (calendar, from, minutes) => {
        const to = addWorkingTime({ ...calendar, from, minutes });
        expect(workingMinutesBetween({ ...calendar, from, to })).toBe(minutes);
      }),
      { numRuns: 500 },
    );
  });

  it('more time never ends earlier, and parts add up', () => {
    fc.assert(
      fc.property(
        calendars,
        moments,
        lengths,
        lengths,
        (calendar, from, first, second) => {
          const middle = addWorkingTime({ ...calendar, from, minutes: first });
          const end = addWorkingTime({
            ...calendar,
            from: middle,
            minutes: second,
          });
          expect(middle >= from && end >= middle).toBe(true);
          const whole = { ...calendar, from, minutes: first + second };
          expect(end).toBe(second === 0 ? middle : addWorkingTime(whole));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a later start never ends earlier', () => {
    fc.assert(
      fc.property(
        calendars,
        moments,
        moments,
        fc.integer({ min: 1, max: 5000 }),
        (calendar, a, b, minutes) => {
          const [early, late] = a < b ? [a, b] : [b, a];
          const due = (from: string) =>
            addWorkingTime({ ...calendar, from, minutes });
          expect(due(early) <= due(late)).toBe(true);
        },
      ),
    );
  });
});

test('a step a day, not a minute, over ten years', () => {
  let asked = 0;
  const counting = {
    ...holidays,
    isKnown: (day: Parameters<typeof holidays.isKnown>[0]) => {
      asked += 1;
      return holidays.isKnown(day);
    },
  };
  addWorkingTime({
    ...england,
    holidays: counting,
    from: '2026-01-05T09:00:00Z',
    minutes: 10 * 250 * 480,
  });
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThan(11 * 366);
});
