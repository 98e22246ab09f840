import {
  formatDate,
  formatMoment,
  formatRelativeDay,
  londonDateOf,
} from './formatting';

describe('formatDate', () => {
  it.each([
    ['2026-11-30', 'Monday 30 November 2026'],
    ['2026-03-01', 'Sunday 1 March 2026'],
    ['2026-06-30T23:30:00Z', 'Wednesday 1 July 2026'],
  ])('writes %s as %s', (value, words) =>
    expect(formatDate(value)).toBe(words),
  );

  it.each(['2026-02-30', 'soon', ''])('refuses %j', value =>
    expect(() => formatDate(value)).toThrow(RangeError),
  );
});

describe('formatMoment', () => {
  it.each([
    ['2026-11-30T09:30:00Z', 'Monday 30 November 2026 at 9:30am'],
    ['2026-11-30T17:00:00Z', 'Monday 30 November 2026 at 5pm'],
    ['2026-06-30T08:05:00Z', 'Tuesday 30 June 2026 at 9:05am'],
    ['2026-11-30T12:00:00Z', 'Monday 30 November 2026 at midday'],
    ['2026-11-30T12:30:00Z', 'Monday 30 November 2026 at 12:30pm'],
    ['2026-11-30T00:00:00Z', 'Monday 30 November 2026 at midnight'],
    ['2026-11-30T00:10:00Z', 'Monday 30 November 2026 at 12:10am'],
    ['2026-10-25T00:30:00Z', 'Sunday 25 October 2026 at 1:30am'],
    ['2026-10-25T01:30:00Z', 'Sunday 25 October 2026 at 1:30am'],
  ])('writes %s as %s', (moment, words) =>
    expect(formatMoment(moment)).toBe(words),
  );
});

describe('formatRelativeDay', () => {
  it.each([
    ['2026-11-30', '2026-11-30T23:59:00Z', 'today'],
    ['2026-12-01', '2026-11-30T23:59:00Z', 'tomorrow'],
    ['2026-11-29', '2026-11-30T00:00:00Z', 'yesterday'],
    ['2026-12-03', '2026-11-30T12:00:00Z', 'in 3 days'],
    ['2026-11-28', '2026-11-30T12:00:00Z', '2 days ago'],
    // Half past midnight in London is still the day before in UTC.
    ['2026-07-01', '2026-06-30T23:30:00Z', 'today'],
    ['2026-10-26', '2026-10-25T00:30:00Z', 'tomorrow'],
  ])('%s seen at %s is %s', (date, now, words) =>
    expect(formatRelativeDay({ date, now })).toBe(words),
  );
});

test('londonDateOf gives the day in London', () => {
  expect(londonDateOf('2026-06-30T23:30:00Z')).toBe('2026-07-01');
  expect(londonDateOf('2026-12-31T23:30:00Z')).toBe('2026-12-31');
  expect(() => londonDateOf('never')).toThrow(RangeError);
});
