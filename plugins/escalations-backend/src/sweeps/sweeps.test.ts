import {
  fixedDeadlines,
  lawAsShipped,
  type DeadlineDirectory,
} from '@imsa-hub/deadlines-node';
import { HARBOUR } from '@imsa-hub/testing';
import { resolve } from 'node:path';
import { aDesk, type Desk } from '../testing/aDesk';
import { findLeaversCases } from './findLeaversCases';
import { sweepCases } from './sweepCases';
import { sweepLeavers } from './sweepLeavers';
import { sweepLimits } from './sweepLimits';
import { sweepTasks } from './sweepTasks';

const LAW = fixedDeadlines(
  lawAsShipped(resolve(__dirname, '../../../../catalog')),
);
let law: string | undefined;
const deadlines: DeadlineDirectory = {
  ...LAW,
  current: () => ({ ...LAW.current(), version: law ?? LAW.current().version }),
};

let desk: Desk;
beforeEach(async () => {
  law = undefined;
  desk = await aDesk({ deadlines });
});
afterEach(async () => desk?.destroy());

const context = () => desk.services.context;
const set = (id: string, values: object) =>
  desk.knex.from('escalation').where({ id }).update(values);
const soon = () => new Date(Date.now() + 60_000).toISOString();
const PAST = '2026-01-05T10:00:00Z';

test('a target that passed is a fact, noted once and told', async () => {
  const id = await desk.raise('imsa', { events: [] });
  await desk.move('senior', id, 'accept');
  await set(id, { state_due_at: PAST });
  const { version } = await desk.row(id);
  expect(await sweepCases(context())).toBe(1);
  expect(await sweepCases(context())).toBe(0);
  expect(await desk.row(id)).toMatchObject({
    version,
    late_at: expect.any(Date),
  });
  expect(await desk.knex.from('breach')).toEqual([
    expect.objectContaining({
      escalation_id: id,
      status: 'accepted',
      handler_id: desk.id('senior'),
    }),
  ]);
  const told = await desk.toldOf(id);
  expect(told).toContain('senior late');
  expect(told).toContain('manager late');
  const { body } = await desk.send('imsa', 'get', `/cases/${id}`);
  expect(body.entries[0].summary).toBe('A target passed: start work');
});

test('a target that passed is noted, too, where the case is moved on before the sweep', async () => {
  const id = await desk.raise('imsa', { events: [] });
  await desk.move('senior', id, 'accept');
  const due = (await desk.row(id)).state_due_at;
  desk.at(new Date(due.getTime() + 60_000).toISOString());
  const change = { fact: 'tier', value: 'advice', reason: 'Less is needed' };
  await desk.move('senior', id, 'change-fact', change);
  expect(await desk.knex.from('breach')).toEqual([]);
  const { body } = await desk.move('senior', id, 'start');
  expect(await desk.knex.from('breach')).toEqual([
    expect.objectContaining({
      escalation_id: id,
      status: 'accepted',
      due_at: due,
      handler_id: desk.id('senior'),
    }),
  ]);
  expect(body).toMatchObject({
    status: 'in-progress',
    entries: expect.arrayContaining([
      expect.objectContaining({
        by: null,
        summary: 'A target passed: start work',
      }),
    ]),
  });
  expect(await sweepCases(context())).toBe(0);
  expect((await desk.knex.from('breach')).length).toBe(1);
});

test('a breach that the sweep noted is noted no second time by the move', async () => {
  const id = await desk.raise('imsa', { events: [] });
  await desk.move('senior', id, 'accept');
  await set(id, { state_due_at: PAST });
  expect(await sweepCases(context())).toBe(1);
  const { body } = await desk.move('senior', id, 'start');
  const passed = body.entries.filter(({ summary }: { summary: string }) =>
    summary?.startsWith('A target passed'),
  );
  expect(passed).toHaveLength(1);
  expect((await desk.knex.from('breach')).length).toBe(1);
});

test('a target that comes close is warned of once', async () => {
  const id = await desk.raise('imsa', { events: [] });
  await set(id, { state_since: PAST, state_due_at: soon() });
  expect(await sweepCases(context())).toBe(1);
  expect(await sweepCases(context())).toBe(0);
  expect(await desk.toldOf(id)).toContain('senior target-close');
  expect(await desk.knex.from('breach')).toEqual([]);
});

test('several replicas sweep at once, and each thing happens once', async () => {
  const ids: string[] = [];
  for (let count = 0; count < 4; count += 1) {
    ids.push(await desk.raise('imsa', { events: [] }));
  }
  await desk.knex.from('escalation').update({ state_due_at: PAST });
  const done = await Promise.all([1, 2, 3].map(() => sweepCases(context())));
  // What another replica holds is left to it, or to the next round.
  expect(done.reduce((sum, one) => sum + one, 0)).toBe(4);
  for (const id of ids) {
    const history = await desk.history(id);
    expect(history.filter(type => type === 'late')).toHaveLength(1);
  }
});

test('a day that was waited for has come', async () => {
  const id = await desk.raise('imsa', { events: [] });
  await desk.move('senior', id, 'accept');
  await desk.move('senior', id, 'start');
  await desk.move('senior', id, 'wait', {
    category: 'survivor',
    until: '2099-01-01',
    reason: 'She asked for time',
  });
  expect(await sweepCases(context())).toBe(0);
  await set(id, { waiting_until: '2026-01-05' });
  expect(await sweepCases(context())).toBe(1);
  expect(await sweepCases(context())).toBe(0);
  expect(await desk.toldOf(id)).toEqual(
    expect.arrayContaining(['imsa wait-over', 'senior wait-over']),
  );
});

test('a limit that comes near lifts the case, and passes in its turn', async () => {
  const day = (days: number) =>
    new Date(Date.now() + days * 86_400_000).toISOString();
  const id = await desk.raise('imsa', {
    risks: [],
    events: [
      { ruleId: 'nrm-reconsideration-30-days', date: day(0).slice(0, 10) },
    ],
  });
  expect(await desk.row(id)).toMatchObject({ rank: 2 });
  await set(id, { state_due_at: null });
  expect(await sweepCases(context(), day(25))).toBe(1);
  expect(await sweepCases(context(), day(25))).toBe(0);
  expect(await desk.row(id)).toMatchObject({ rank: 1 });
  expect(await desk.toldOf(id)).toContain('imsa limit-near');
  expect(await sweepCases(context(), day(40))).toBe(1);
  expect(await sweepCases(context(), day(41))).toBe(0);
});

test('tasks are told of when they are due, and when they are overdue', async () => {
  const id = await desk.raise('imsa');
  await desk.move('senior', id, 'accept');
  await desk.move('senior', id, 'add-task', {
    title: 'Ring the council',
    ownerId: desk.id('imsa'),
    dueOn: '2027-03-01',
  });
  const at = (day: string) => sweepTasks(context(), `${day}T09:00:00Z`);
  expect(await at('2027-02-28')).toBe(0);
  expect(await at('2027-03-01')).toBe(1);
  expect(await at('2027-03-01')).toBe(0);
  expect(await desk.toldOf(id)).toContain('imsa task-due');
  expect(await at('2027-03-02')).toBe(1);
  expect(await at('2027-03-02')).toBe(0);
  const told = await desk.toldOf(id);
  expect(told).toContain('imsa task-overdue');
  expect(told).toContain('senior task-overdue');
});

test('limits are worked out again when the law changed', async () => {
  const moved = await desk.raise('imsa');
  const same = await desk.raise('imsa');
  const without = await desk.raise('imsa', { events: [] });
  await set(moved, { next_limit_on: '2026-01-01' });
  const before = await desk.row(same);
  expect(await sweepLimits(context())).toBe(0);
  law = 'another';
  expect(
    await Promise.all([sweepLimits(context()), sweepLimits(context())]).then(
      done => done[0] + done[1],
    ),
  ).toBe(1);
  expect(await desk.row(moved)).toMatchObject({ version: 2, limits_law: law });
  expect(await desk.history(moved)).toContain('limits-changed');
  expect(await desk.toldOf(moved)).toContain('imsa limits');
  expect(await desk.row(same)).toMatchObject({
    version: before.version,
    limits_law: law,
  });
  expect((await desk.row(without)).version).toBe(1);
});

describe('people who left', () => {
  test('leave the case to somebody new, and the Hub Manager is told', async () => {
    const id = await desk.raise('imsa');
    await desk.move('senior', id, 'accept');
    await desk.move('senior', id, 'ask-opinion', {
      personId: desk.id('second'),
      question: 'What would you do?',
    });
    await desk.move('senior', id, 'add-task', {
      title: 'Ring the council',
      ownerId: desk.id('senior'),
      dueOn: '2099-01-01',
    });
    expect(await sweepLeavers(context())).toBe(0);
    desk.end('senior');
    desk.end('second');
    expect(
      await Promise.all([
        sweepLeavers(context()),
        sweepLeavers(context()),
      ]).then(done => done[0] + done[1]),
    ).toBe(1);
    expect(await sweepLeavers(context())).toBe(0);
    expect(await desk.row(id)).toMatchObject({
      status: 'accepted',
      handler_id: null,
      released_at: expect.any(Date),
    });
    expect(await desk.toldOf(id)).toContain('manager needs-somebody');
    const parts = await desk.knex
      .from('participant')
      .where({ escalation_id: id })
      .whereNull('until')
      .distinct()
      .pluck('person_id');
    expect(parts).toEqual([desk.id('imsa')]);
    const { body } = await desk.send('manager', 'get', '/board?view=unhandled');
    expect(body.rows).toEqual([expect.objectContaining({ id, handler: null })]);
    expect((await desk.knex.from('task').first()).owner_id).toBe(
      desk.id('imsa'),
    );
    // The second opinion will not come, and does not stand in the way.
    const given = await desk.move('manager', id, 'assign', {
      personId: desk.id('regulated'),
      reason: 'Takes it on',
    });
    expect(given.body).toMatchObject({
      handler: { id: desk.id('regulated') },
      opinions: [{ lapsedAt: expect.any(String) }],
    });
    expect(
      (await desk.send('manager', 'get', '/board?view=unhandled')).body.rows,
    ).toEqual([]);
  });

  test('a lead who left: the Hub Manager asks another IMSA, and the old lead is named', async () => {
    const id = await desk.raise('imsa');
    await desk.move('senior', id, 'accept');
    const old = desk.id('imsa');
    desk.end('imsa');
    expect(await sweepLeavers(context())).toBe(1);
    expect(await desk.row(id)).toMatchObject({
      lead_id: null,
      handler_id: desk.id('senior'),
      released_at: null,
    });
    const offered = await desk.move('manager', id, 'offer-handover', {
      personId: desk.id('otherImsa'),
      reason: 'The lead has left',
    });
    expect(offered.body.handover).toMatchObject({ from: { id: old } });
    await desk.move('otherImsa', id, 'accept-handover');
    const done = await desk.move('otherImsa', id, 'complete-handover', {
      survivorAgreedOn: '2026-11-20',
    });
    expect(done.body.lead).toMatchObject({ id: desk.id('otherImsa') });
  });

  test('somebody who moves to the organisation it is about is out of it', async () => {
    const id = await desk.raise('imsa', { organisation: HARBOUR });
    await desk.move('senior', id, 'accept');
    desk.change('senior', { organisationIds: [HARBOUR] });
    expect(await sweepLeavers(context())).toBe(1);
    expect((await desk.row(id)).handler_id).toBeNull();
    // Whoever raised a failing of their own employer stays who raised it.
    const own = await desk.raise('harbourImsa', { organisation: HARBOUR });
    expect(await findLeaversCases(context(), 10)).toEqual([]);
    expect((await desk.row(own)).lead_id).toBe(desk.id('harbourImsa'));
  });

  test('somebody who sits at no desk any more handles nothing', async () => {
    const id = await desk.raise('imsa');
    await desk.move('senior', id, 'accept');
    desk.change('senior', { roles: ['imsa'] });
    expect(await sweepLeavers(context())).toBe(1);
    expect((await desk.row(id)).handler_id).toBeNull();
  });

  test('while the register is not known, nobody has left', async () => {
    const id = await desk.raise('imsa');
    await desk.move('senior', id, 'accept');
    const senior = desk.id('senior');
    const spy = jest.spyOn(desk.hub.people, 'all').mockImplementation(() => []);
    desk.end('senior');
    expect(await sweepLeavers(context())).toBe(0);
    spy.mockRestore();
    expect((await desk.row(id)).handler_id).toBe(senior);
  });
});
