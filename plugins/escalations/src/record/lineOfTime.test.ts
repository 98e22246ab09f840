import type { Limit } from '@imsa-hub/deadlines-common';
import { limitsInOrder, lineOfTime } from './lineOfTime';

const aLimit = (limit: string | null, part: Partial<Limit> = {}): Limit => ({
  ruleId: `rule ${limit}`,
  title: 'Ask for a review',
  eventDate: '2026-11-01',
  limit,
  kind: 'limit',
  working: [],
  confidence: 'primary',
  source: null,
  caution: '',
  ...part,
});

describe('lineOfTime', () => {
  it('puts events, today and limits in their places, by date', () => {
    const marks = lineOfTime({
      limits: limitsInOrder([
        aLimit('2026-12-11'),
        aLimit(null),
        aLimit('2026-11-11'),
      ]),
      today: '2026-11-21',
    });
    expect(
      marks.map(({ what, date, at, number, isPast }) => [
        what,
        date,
        Math.round(at),
        number,
        isPast,
      ]),
    ).toEqual([
      ['event', '2026-11-01', 3, null, true],
      ['today', '2026-11-21', 50, null, false],
      ['limit', '2026-11-11', 27, 1, true],
      ['limit', '2026-12-11', 97, 2, false],
    ]);
  });

  it('puts limits that would cover each other into rows', () => {
    const lanes = (...dates: string[]) =>
      lineOfTime({
        limits: dates.map(date => aLimit(date)),
        today: '2026-11-01',
      })
        .filter(({ what }) => what === 'limit')
        .map(({ lane }) => lane);
    expect(
      lanes('2027-01-01', '2027-01-01', '2027-01-02', '2027-10-01'),
    ).toEqual([0, 1, 2, 0]);
  });

  it('has nothing to show where there is no limit', () => {
    expect(lineOfTime({ limits: [], today: '2026-11-01' })).toEqual([]);
  });

  it('stands where everything is on one day', () => {
    const marks = lineOfTime({
      limits: [aLimit('2026-11-01')],
      today: '2026-11-01',
    });
    expect(marks.every(({ at }) => at === 3)).toBe(true);
  });
});
