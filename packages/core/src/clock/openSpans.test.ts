import fc from 'fast-check';
import { DateTime } from 'luxon';
import { localDateOf } from './openSpans';

const ZONES = [
  'Europe/London',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'America/St_Johns',
];

test('the local day is the one of the zone, remembered or not', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.date({
        min: new Date('1990-01-01T00:00:00Z'),
        max: new Date('2080-01-01T00:00:00Z'),
        noInvalidDate: true,
      }),
      // Around local midnight, where a quarter too wide would show.
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      (zone, moment, away) => {
        const midnight = DateTime.fromJSDate(moment, { zone }).startOf('day');
        for (const instant of [moment.getTime(), midnight.toMillis() + away]) {
          const expected = DateTime.fromMillis(instant, { zone }).toISODate();
          expect(localDateOf(instant, zone)).toBe(expected);
          expect(localDateOf(instant, zone)).toBe(expected);
        }
        const last = midnight.toMillis() - 1;
        expect(localDateOf(last, zone)).not.toBe(
          localDateOf(midnight.toMillis(), zone),
        );
      },
    ),
    { numRuns: 400 },
  );
});

test('a moment that is none is refused', () => {
  expect(() => localDateOf(Number.NaN, 'Europe/London')).toThrow(RangeError);
});
