import { instantOf } from './instant';

test.each([
  ['2026-11-30T09:30:00Z', '2026-11-30T09:30:00.000Z'],
  ['2026-06-30T09:30+01:00', '2026-06-30T08:30:00.000Z'],
  ['2026-11-30T09:30:00.123456Z', '2026-11-30T09:30:00.123Z'],
])('%s is a moment', (moment, expected) =>
  expect(new Date(instantOf(moment)).toISOString()).toBe(expected),
);

test.each([
  '2026-02-30T09:30:00Z',
  '2026-11-30T09:30:00',
  '2026-11-30T24:00:00Z',
  '2026-11-30',
  '30 November 2026',
  '',
])('%j is none', moment => expect(() => instantOf(moment)).toThrow(RangeError));

test('a Date counts unless it is invalid', () => {
  expect(instantOf(new Date(5))).toBe(5);
  expect(() => instantOf(new Date(NaN))).toThrow(RangeError);
});
