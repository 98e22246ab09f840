import { greeting, today } from './greeting';

describe('greeting', () => {
  it.each([
    ['2026-11-23T08:00:00Z', 'Good morning, Ada'],
    ['2026-11-23T11:59:59Z', 'Good morning, Ada'],
    ['2026-11-23T12:00:00Z', 'Good afternoon, Ada'],
    ['2026-11-23T18:00:00Z', 'Good evening, Ada'],
    // Clocks in London are an hour ahead in summer.
    ['2026-07-01T11:00:00Z', 'Good afternoon, Ada'],
  ])('at %s says "%s"', (now, words) => {
    expect(greeting({ name: 'Ada Example', now: new Date(now) })).toBe(words);
  });

  it('greets somebody with one name', () => {
    const now = new Date('2026-11-23T08:00:00Z');
    expect(greeting({ name: 'Ada', now })).toBe('Good morning, Ada');
  });
});

describe('today', () => {
  it('is the day in London, also late on a summer evening', () => {
    expect(today(new Date('2026-06-30T23:30:00Z'))).toContain('1 July 2026');
  });
});
