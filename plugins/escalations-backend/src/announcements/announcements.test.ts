import { HARBOUR } from '@imsa-hub/testing';
import { aDesk, type Desk } from '../testing/aDesk';
import { escalationsAnnouncement } from './escalationsAnnouncement';

let desk: Desk;
beforeEach(async () => {
  desk = await aDesk();
});
afterEach(async () => desk?.destroy());

const REASON = { reason: 'CANARY-why' };

/** What is told of a case by what happens now, and not before. */
async function tells(id: string, act: () => Promise<unknown>) {
  const before = await desk.toldOf(id);
  await act();
  const after = await desk.toldOf(id);
  for (const line of before) after.splice(after.indexOf(line), 1);
  return after;
}

test('raised, given back, raised again: the desk and the IMSA are told', async () => {
  const id = await desk.raise('imsa');
  // Coordinators have no desk; the Hub Manager's comes later.
  const seniors = ['conflicted', 'regulated', 'second', 'senior'];
  expect(await desk.toldOf(id)).toEqual(seniors.map(name => `${name} raised`));
  expect(
    await tells(id, () => desk.move('senior', id, 'return', REASON)),
  ).toEqual(['imsa returned']);
});

test('a notice can say which case it is about, and of no draft', async () => {
  const id = await desk.raise('imsa');
  const { references } = escalationsAnnouncement(desk.services.context);
  const known = await references?.(
    [`escalation:${id}`, `escalation-draft:${id}`, 'escalation:none'],
    { trx: desk.knex },
  );
  expect([...(known ?? [])]).toEqual([
    [`escalation:${id}`, (await desk.row(id)).reference],
  ]);
});

test('of a case about an employer, nobody of it is told', async () => {
  const id = await desk.raise('imsa', { organisation: HARBOUR });
  expect(await desk.toldOf(id)).toEqual([
    'regulated raised',
    'second raised',
    'senior raised',
  ]);
  // Who is conflicted by the time it is sent hears nothing either.
  const other = await desk.raise('imsa');
  desk.change('second', { organisationIds: [HARBOUR] });
  await desk.knex
    .from('escalation')
    .where({ id: other })
    .update({ subject_organisation_id: HARBOUR });
  expect(await desk.toldOf(other)).toEqual([
    'regulated raised',
    'senior raised',
  ]);
});

test('where no senior IMSA may know of it, the Hub Manager is told', async () => {
  for (const name of ['senior', 'second', 'regulated'] as const) {
    desk.change(name, { organisationIds: [HARBOUR] });
  }
  const id = await desk.raise('imsa', { organisation: HARBOUR });
  expect(await desk.toldOf(id)).toEqual(['manager raised']);
});

test('moves are told to raiser, lead and handler, but not to whoever made them', async () => {
  const id = await desk.raise('imsa');
  expect(await tells(id, () => desk.move('senior', id, 'accept'))).toEqual([
    'imsa moved',
  ]);
  expect(
    await tells(id, () =>
      desk.move('manager', id, 'assign', {
        personId: desk.id('second'),
        ...REASON,
      }),
    ),
  ).toEqual(['imsa moved', 'second given']);
  expect(
    await tells(id, () =>
      desk.move('second', id, 'refer', {
        personId: desk.id('regulated'),
        ...REASON,
      }),
    ),
  ).toEqual(['regulated given']);
  expect(
    await tells(id, () =>
      desk.move('second', id, 'raise-level', {
        level: 'hub-manager',
        ...REASON,
      }),
    ),
  ).toEqual(['conflictedManager moved', 'imsa moved', 'manager moved']);
});

test('opinions, handovers, spends and tasks are told to whom they ask', async () => {
  const id = await desk.raise('imsa');
  await desk.move('senior', id, 'accept');
  const ask = { personId: desk.id('second'), question: 'CANARY-question' };
  expect(
    await tells(id, () => desk.move('senior', id, 'ask-opinion', ask)),
  ).toEqual(['second opinion-asked']);
  // Another one asked later does not tell the first again.
  expect(
    await tells(id, () =>
      desk.move('imsa', id, 'ask-opinion', {
        ...ask,
        personId: desk.id('regulated'),
      }),
    ),
  ).toEqual(['regulated opinion-asked']);
  const { id: opinionId } = await desk.knex
    .from('opinion')
    .where({ asked_of: desk.id('second') })
    .first();
  expect(
    await tells(id, () =>
      desk.move('second', id, 'give-opinion', {
        opinionId,
        text: 'CANARY-opinion',
      }),
    ),
  ).toEqual(['senior opinion-given']);
  expect(
    await tells(id, () =>
      desk.move('imsa', id, 'offer-handover', {
        personId: desk.id('otherImsa'),
        ...REASON,
      }),
    ),
  ).toEqual(['otherImsa handover-offered']);
  expect(
    await tells(id, () => desk.move('otherImsa', id, 'accept-handover')),
  ).toEqual(['imsa handover-moved', 'senior handover-moved']);
  expect(
    await tells(id, () =>
      desk.move('otherImsa', id, 'complete-handover', {
        survivorAgreedOn: '2026-11-20',
      }),
    ),
  ).toEqual(['imsa handover-moved', 'senior handover-moved']);
  expect(
    await tells(id, () =>
      desk.move('otherImsa', id, 'propose-spend', {
        purpose: 'CANARY-hotel',
        amount: 5000,
        alternativesTried: 'CANARY-tried',
      }),
    ),
  ).toEqual(['senior spend-asked']);
  const { id: spendId } = await desk.knex.from('spend').first();
  expect(
    await tells(id, () =>
      desk.move('senior', id, 'decide-spend', {
        spendId,
        decision: 'approved',
        ...REASON,
      }),
    ),
  ).toEqual(['otherImsa spend-decided']);
  expect(
    await tells(id, () =>
      desk.move('senior', id, 'add-task', {
        title: 'CANARY-task',
        ownerId: desk.id('otherImsa'),
        dueOn: '2026-12-01',
      }),
    ),
  ).toEqual(['otherImsa task-given']);
  const { rows } = await desk.knex.raw(
    `select string_agg(n::text, '') as everything from notifications.notice n`,
  );
  expect(rows[0].everything).not.toContain('CANARY');
});

test('break-glass is told to everybody who has a part', async () => {
  const id = await desk.raise('harbourImsa', { organisation: HARBOUR });
  await desk.move('senior', id, 'accept');
  const { reference } = await desk.row(id);
  expect(
    await tells(id, () =>
      desk.send('conflictedManager', 'post', '/break-glass', {
        reference,
        reason: 'A court asked for it today',
      }),
    ),
  ).toEqual(['harbourImsa glass-broken', 'senior glass-broken']);
});

test('nothing is told twice, whoever relays it', async () => {
  const id = await desk.raise('imsa');
  const [one, other] = await Promise.all([desk.toldOf(id), desk.toldOf(id)]);
  expect(new Set([...one, ...other]).size).toBe(4);
  expect(await desk.toldOf(id)).toHaveLength(4);
});
