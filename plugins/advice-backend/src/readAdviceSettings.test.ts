import { ConfigReader } from '@backstage/config';
import { addWorkingTime, DEFAULT_WORKING_HOURS } from '@imsa-hub/core';
import { anAdviceLine, type AdviceLine } from './testing/anAdviceLine';
import { aQuery } from './testing/aQuery';
import { sweepQueries } from './sweeps/sweepQueries';
import { readAdviceSettings } from './readAdviceSettings';

const read = (advice?: object) =>
  readAdviceSettings(new ConfigReader({ hub: { advice } } as never));

describe('the settings of the advice line', () => {
  it('have defaults', () =>
    expect(read()).toEqual({
      targets: { firstReplyHours: 8, resolutionHours: 40, warnAt: 0.75 },
      retentionMonths: 84,
      retentionReviewDays: 30,
    }));

  it('are taken as they are set', () =>
    expect(
      read({
        targets: { firstReplyHours: 4, resolutionHours: '20', warnAt: 0.5 },
        retentionMonths: '36',
        retentionReviewDays: 14,
      }),
    ).toEqual({
      targets: { firstReplyHours: 4, resolutionHours: 20, warnAt: 0.5 },
      retentionMonths: 36,
      retentionReviewDays: 14,
    }));

  it.each([
    [{ targets: { warnAtShare: 0.5 } }, 'hub.advice.targets.warnAtShare is no'],
    [{ targets: { warnAt: [0.75] } }, 'hub.advice.targets.warnAt: Enter one'],
    [{ targets: { warnAt: 75 } }, 'hub.advice.targets.warnAt: Enter a share'],
    [{ targets: { firstReplyHours: 0 } }, 'hub.advice.targets.firstReplyHours'],
    [{ target: {} }, 'hub.advice.target is no setting'],
    [{ retentionMonths: 0 }, 'hub.advice.retentionMonths: Enter a number'],
  ])('%j stop the start', (advice, says) =>
    expect(() => read(advice)).toThrow(says),
  );
});

describe('set for the whole line', () => {
  const day = (...spans: Array<[string, string]>) =>
    spans.map(([from, to]) => ({ from, to }));
  const split = day(['09:00', '12:30'], ['13:30', '17:00']);
  let line: AdviceLine;
  afterEach(() => line.destroy());

  it('a target across a lunch break is due after it, and stops count by it', async () => {
    line = await anAdviceLine({
      settings: {
        advice: { targets: { firstReplyHours: 2, resolutionHours: 7 } },
        workingHours: {
          monday: split,
          tuesday: split,
          wednesday: split,
          thursday: split,
          friday: split,
          saturday: [],
          sunday: [],
        },
      },
    });
    // A Monday in winter, an hour before lunch.
    line.at('2026-11-23T11:30:00Z');
    const { id } = await aQuery(line, { status: 'in-hand' });
    const due = async () => {
      const row = await line.row(id);
      return [row.first_reply_due_at, row.resolution_due_at].map(at =>
        at.toISOString(),
      );
    };
    expect(await due()).toEqual([
      '2026-11-23T14:30:00.000Z',
      '2026-11-24T11:30:00.000Z',
    ]);
    // Half an hour of it falls into the break, so half an hour is added.
    line.at('2026-11-23T12:00:00Z');
    await line.move('senior', id, 'stop-clock', {
      category: 'safety',
      reason: 'x',
    });
    line.at('2026-11-23T13:00:00Z');
    await line.move('senior', id, 'restart-clock', { reason: 'x' });
    expect(await due()).toEqual([
      '2026-11-23T15:00:00.000Z',
      '2026-11-24T12:00:00.000Z',
    ]);
  });

  it('the warning comes at the share that is set', async () => {
    line = await anAdviceLine({
      settings: {
        advice: { targets: { firstReplyHours: 20, warnAt: 0.4 } },
      },
    });
    const { context } = line.services;
    const { id } = await aQuery(line, { status: 'in-hand' });
    // Half of the time is left: too early for the default of 0.75.
    const dueAt = addWorkingTime({
      hours: DEFAULT_WORKING_HOURS,
      holidays: context.holidays,
      nation: 'england',
      from: new Date().toISOString(),
      minutes: 600,
    });
    await line.knex.from('query').where({ id }).update({ due_at: dueAt });
    expect(await sweepQueries(context)).toBe(1);
    expect((await line.row(id)).warned_at).not.toBeNull();
  });
});
