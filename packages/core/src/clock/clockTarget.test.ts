import fc from 'fast-check';
import { createHolidayCalendar } from '../dates';
import { holidays2026 } from '../dates/__fixtures__/holidays';
import { ClockStop, clockTarget } from './clockTarget';
import { DEFAULT_WORKING_HOURS } from './workingHours';
import { workingMinutesBetween } from './workingTime';

const calendar = {
  holidays: createHolidayCalendar(holidays2026),
  hours: DEFAULT_WORKING_HOURS,
  nation: 'england',
} as const;
// Monday 23 November 2026; a target of a working day, so due at 17:00.
const monday = (time: string) => `2026-11-23T${time}:00.000Z`;
const tuesday = (time: string) => `2026-11-24T${time}:00.000Z`;
const read = (now: string, ...stops: ClockStop[]) =>
  clockTarget({
    ...calendar,
    start: monday('09:00'),
    targetMinutes: 480,
    stops,
    now,
    warnAt: [0.75, 0.5],
  });

describe('without stops', () => {
  it.each([
    [monday('09:00'), 'running', 0, 480],
    [monday('12:59'), 'running', 239, 241],
    [monday('13:00'), 'warning', 240, 240],
    [monday('17:00'), 'warning', 480, 0],
    [monday('17:01'), 'late', 480, 0],
    [tuesday('09:30'), 'late', 510, -30],
  ])('at %s it is %s', (now, state, elapsedMinutes, remainingMinutes) =>
    expect(read(now)).toEqual({
      state,
      dueAt: monday('17:00'),
      elapsedMinutes,
      remainingMinutes,
      warnings: [
        { fraction: 0.5, at: monday('13:00') },
        { fraction: 0.75, at: monday('15:00') },
      ],
    }),
  );
});

describe('with stops', () => {
  it('stands still, without a due moment', () => {
    expect(read(tuesday('12:00'), { from: monday('14:00') })).toEqual({
      state: 'stopped',
      stoppedSince: monday('14:00'),
      elapsedMinutes: 300,
      remainingMinutes: 180,
      warnings: [{ fraction: 0.5, at: monday('13:00') }],
    });
  });

  it('restarts with what was left', () => {
    const stop = { from: monday('14:00'), to: tuesday('10:00') };
    expect(read(tuesday('10:30'), stop)).toMatchObject({
      state: 'warning',
      dueAt: tuesday('13:00'),
      elapsedMinutes: 330,
      remainingMinutes: 150,
    });
  });

  it('runs between two stops', () => {
    const reading = read(
      monday('15:00'),
      { from: monday('13:00'), to: monday('14:00') },
      { from: monday('10:00'), to: monday('11:00') },
    );
    expect(reading).toMatchObject({
      dueAt: tuesday('11:00'),
      elapsedMinutes: 240,
    });
  });

  it('counts overlapping stops once', () => {
    const reading = read(
      tuesday('10:30'),
      { from: monday('15:00'), to: monday('16:00') },
      { from: monday('14:00'), to: tuesday('10:00') },
      { from: tuesday('10:00'), to: tuesday('10:15') },
    );
    expect(reading).toMatchObject({
      dueAt: tuesday('13:15'),
      elapsedMinutes: 315,
    });
  });

  it('swallows later stops once one is open', () => {
    const reading = read(
      tuesday('12:00'),
      { from: monday('14:00') },
      { from: monday('15:00'), to: monday('16:00') },
    );
    expect(reading).toMatchObject({ state: 'stopped', elapsedMinutes: 300 });
    expect(reading.dueAt).toBeUndefined();
  });

  it('stays late when it is stopped afterwards', () => {
    const reading = read(tuesday('12:00'), { from: tuesday('10:00') });
    expect(reading).toMatchObject({
      state: 'late',
      dueAt: monday('17:00'),
      remainingMinutes: -60,
    });
  });

  it('takes a stop from before the start as from the start', () => {
    const stop = { from: '2026-11-20T09:00:00Z', to: monday('10:00') };
    expect(read(monday('11:00'), stop)).toMatchObject({
      dueAt: tuesday('10:00'),
      elapsedMinutes: 60,
    });
  });

  it('moves the due moment by the working time that they held', () => {
    const minute = fc.integer({ min: 0, max: 3000 });
    const at = (offset: number) =>
      new Date(Date.parse(monday('09:00')) + offset * 60_000).toISOString();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(minute, minute), { maxLength: 4 }),
        fc.integer({ min: 1, max: 3000 }),
        (pairs, targetMinutes) => {
          const stops = pairs.map(([a, b]) => ({
            from: at(Math.min(a, b)),
            to: at(Math.max(a, b)),
          }));
          const question = {
            ...calendar,
            start: monday('09:00'),
            targetMinutes,
            stops,
            warnAt: [],
          };
          const { dueAt = '' } = clockTarget({
            ...question,
            now: monday('09:00'),
          });
          const reading = clockTarget({ ...question, now: dueAt });
          expect(reading.remainingMinutes).toBeCloseTo(0, 6);
          expect(reading.state).not.toBe('late');
          const without = workingMinutesBetween({
            ...calendar,
            from: monday('09:00'),
            to: dueAt,
          });
          expect(without).toBeGreaterThanOrEqual(targetMinutes);
        },
      ),
    );
  });
});

test('what makes no sense is refused', () => {
  const question = {
    ...calendar,
    start: monday('09:00'),
    now: monday('09:00'),
    stops: [],
    targetMinutes: 60,
    warnAt: [],
  };
  expect(() => clockTarget({ ...question, targetMinutes: 0 })).toThrow(
    RangeError,
  );
  expect(() => clockTarget({ ...question, warnAt: [1.5] })).toThrow(RangeError);
  expect(() => clockTarget({ ...question, now: 'now' })).toThrow(RangeError);
});
