import { earliestPlannedEnd, plannedTermProblem } from './employmentTerm';

describe('earliestPlannedEnd', () => {
  it.each([
    ['2026-01-31', '2028-05-31'],
    ['2026-01-01', '2028-05-01'],
    // 28 months from October end in February, a leap year's and another's.
    ['2025-10-31', '2028-02-29'],
    ['2026-10-31', '2029-02-28'],
    ['2026-08-31', '2028-12-31'],
    ['2026-02-28', '2028-06-28'],
    ['2024-02-29', '2026-06-29'],
  ])('%s + 28 months = %s', (start, end) => {
    expect(earliestPlannedEnd(start)).toBe(end);
  });
});

describe('plannedTermProblem', () => {
  const startedOn = '2026-01-31';
  it.each([
    ['external', '2028-05-31'],
    ['secondment', '2031-01-01'],
    ['staff', undefined],
    ['staff', '2026-02-01'],
  ] as const)('%s to %s holds', (kind, plannedEndOn) => {
    expect(
      plannedTermProblem({ kind, startedOn, plannedEndOn }),
    ).toBeUndefined();
  });

  it.each([
    ['external', '2028-05-30', /at least 28 months: enter 2028-05-31/],
    ['secondment', undefined, /Enter the planned end: 2028-05-31/],
    ['staff', '2026-01-31', /after the start/],
  ] as const)('%s to %s does not: %s', (kind, plannedEndOn, problem) => {
    expect(plannedTermProblem({ kind, startedOn, plannedEndOn })).toMatch(
      problem,
    );
  });
});
