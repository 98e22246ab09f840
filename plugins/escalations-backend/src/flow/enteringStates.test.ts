import type { TestPerson } from '@imsa-hub/testing';
import { aDesk, ANSWERS, type Desk } from '../testing/aDesk';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => desk?.destroy());

const REASON = { reason: 'CANARY-why' };
const BODIES: Record<string, object> = {
  return: REASON,
  wait: { category: 'third-party', ...REASON },
  resume: REASON,
  resolve: REASON,
  close: {
    lateReason: 'CANARY-late',
    outcomes: ANSWERS.areas.map(area => ({
      area,
      result: 'partly',
      why: 'CANARY-outcome',
    })),
  },
  reopen: REASON,
  withdraw: REASON,
};
/** As the sweeps leave a state that took too long. */
const LONG_AGO = new Date('2026-01-05T10:00:00Z');
const TOOK_LONG = {
  warned_at: LONG_AGO,
  late_at: LONG_AGO,
  wait_over_at: LONG_AGO,
};

/** What a case is to be given on entering a state: hours of work from then. */
type Step = [
  by: TestPerson,
  verb: string,
  at: string,
  status: string,
  due: string | null,
];

async function submitAgain(id: string) {
  const begun = await desk.send('imsa', 'post', `/cases/${id}/mend`, {});
  const draftId: string = begun.body.id;
  const { body } = await desk.send('imsa', 'get', `/drafts/${draftId}`);
  return desk.send('imsa', 'post', `/drafts/${draftId}/submit`, {
    version: body.version,
  });
}

// Eight hours of work a day, 09:00 to 17:00, from Monday 23 November on.
test.each<[way: string, steps: Step[]]>([
  [
    'to its end, and on from there',
    [
      ['senior', 'accept', '2026-11-24', 'accepted', '2026-11-25'],
      ['senior', 'start', '2026-11-25', 'in-progress', '2026-12-08'],
      ['senior', 'wait', '2026-11-26', 'waiting', '2026-12-09'],
      ['senior', 'resume', '2026-11-27', 'in-progress', '2026-12-10'],
      ['senior', 'resolve', '2026-11-30', 'resolved', '2026-12-04'],
      ['senior', 'close', '2026-12-01', 'closed', null],
      ['senior', 'reopen', '2026-12-02', 'in-progress', '2026-12-15'],
    ],
  ],
  [
    'back to who brought it, and brought again',
    [
      ['senior', 'return', '2026-11-24', 'returned', '2026-11-30'],
      ['imsa', 'submit', '2026-11-25', 'raised', '2026-11-25'],
      ['imsa', 'withdraw', '2026-11-26', 'withdrawn', null],
      ['imsa', 'reopen', '2026-11-27', 'raised', '2026-11-27'],
    ],
  ],
])('each state has a target of its own: %s', async (_way, steps) => {
  desk.at('2026-11-23T09:00:00Z');
  const id = await desk.raise('imsa', { events: [] });
  expect(await desk.row(id)).toMatchObject({
    state_due_at: new Date('2026-11-23T17:00:00Z'),
  });
  for (const [by, verb, day, status, due] of steps) {
    await desk.knex.from('escalation').where({ id }).update(TOOK_LONG);
    desk.at(`${day}T09:00:00Z`);
    const made =
      verb === 'submit'
        ? await submitAgain(id)
        : await desk.move(by, id, verb, BODIES[verb]);
    expect([verb, made.status]).toEqual([verb, 200]);
    expect(await desk.row(id)).toMatchObject({
      status,
      state_since: new Date(`${day}T09:00:00Z`),
      state_due_at: due && new Date(`${due}T17:00:00Z`),
      warned_at: null,
      late_at: null,
      wait_over_at: null,
    });
  }
  desk.at(undefined);
});
