import { HARBOUR } from '@imsa-hub/testing';
import { newId } from '@imsa-hub/core';
import { aDesk, type Desk } from '../testing/aDesk';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => desk?.destroy());

const REASON = { reason: 'It is better so' };
const inHand = async (answers: object = {}) => {
  const id = await desk.raise('imsa', { ...answers });
  await desk.move('senior', id, 'accept');
  return id;
};
const partsOf = async (id: string) => {
  const rows = await desk.knex
    .from('participant')
    .where({ escalation_id: id })
    .whereNull('until')
    .orderBy(['part', 'person_id']);
  return rows.map(row => `${row.part} ${desk.nameOf(row.person_id)}`);
};
const aTask = (id: string, owner: 'senior') =>
  desk.move('senior', id, 'add-task', {
    title: 'Ring the council',
    ownerId: desk.id(owner),
    dueOn: '2099-01-01',
  });
const ownersOf = async (id: string) => {
  const ids: string[] = await desk.knex
    .from('task')
    .where({ escalation_id: id })
    .pluck('owner_id');
  return ids.map(desk.nameOf);
};
const to = (name: Parameters<Desk['id']>[0]) => ({
  personId: desk.id(name),
  ...REASON,
});

test('assigning gives the work on, and takes no task or other part away', async () => {
  const id = await inHand();
  await desk.move('senior', id, 'refer', to('regulated'));
  await aTask(id, 'senior');
  expect((await desk.move('senior', id, 'assign', to('second'))).status).toBe(
    200,
  );
  expect(await partsOf(id)).toEqual([
    'handler second',
    'lead imsa',
    'raiser imsa',
    'referred regulated',
  ]);
  expect(await ownersOf(id)).toEqual(['senior']);
});

test('referring brings somebody in, and whoever refers keeps the case', async () => {
  const id = await inHand();
  const before = await desk.send('otherImsa', 'get', `/cases/${id}`);
  expect(before.status).toBe(404);
  await desk.move('senior', id, 'refer', to('otherImsa'));
  const after = await desk.send('otherImsa', 'get', `/cases/${id}`);
  expect(after.body.scope).toBe('whole');
  expect(await partsOf(id)).toContain('handler senior');
  expect(await partsOf(id)).toContain('referred otherImsa');
});

test('transferring gives it up: parts end, tasks go along', async () => {
  const id = await inHand();
  await aTask(id, 'senior');
  await desk.move('manager', id, 'assign', to('second'));
  await desk.move('manager', id, 'refer', to('senior'));
  await desk.move('manager', id, 'assign', to('senior'));
  const done = await desk.move('senior', id, 'transfer', to('second'));
  expect(done.status).toBe(200);
  expect(await partsOf(id)).toEqual([
    'handler second',
    'lead imsa',
    'raiser imsa',
  ]);
  expect(await ownersOf(id)).toEqual(['second']);
  expect((await desk.row(id)).handler_id).toBe(desk.id('second'));
  // Without the desk nothing of it is left to them.
  const senior = desk.person('senior');
  desk.change('senior', { roles: ['imsa'] });
  const gone = await desk.send('senior', 'get', `/cases/${id}`);
  expect(gone.status).toBe(404);
  desk.change('senior', { roles: senior.roles });
});

test('who is conflicted or stepped back is refused as somebody unknown is', async () => {
  const id = await inHand({ organisation: HARBOUR });
  await desk.move('second', id, 'recuse', REASON);
  const shown = ({
    status,
    body,
  }: {
    status: number;
    body: { fieldErrors?: unknown };
  }) => ({
    status,
    errors: body.fieldErrors,
  });
  for (const verb of ['assign', 'refer', 'transfer', 'offer-handover']) {
    const by = verb === 'offer-handover' ? 'imsa' : 'senior';
    const unknown = shown(
      await desk.move(by, id, verb, { personId: newId(), ...REASON }),
    );
    expect(unknown.status).toBe(400);
    for (const name of ['conflicted', 'second'] as const) {
      const refused = shown(await desk.move(by, id, verb, to(name)));
      expect([verb, name, refused]).toEqual([verb, name, unknown]);
    }
  }
});

describe('levels', () => {
  const SPECIALIST = {
    who: 'CANARY-who barrister, Example Chambers',
    contact: 'CANARY-contact',
    mayShare: 'CANARY-share the decision letter',
    survivorAgreedOn: '2026-11-20',
  };
  const up = (level: string, specialist?: object) => ({
    level,
    ...REASON,
    ...(specialist ? { specialist } : {}),
  });

  test('up one step at a time, and only the Hub Manager decides there', async () => {
    const id = await inHand();
    const jump = await desk.move(
      'senior',
      id,
      'raise-level',
      up('outside-specialist', SPECIALIST),
    );
    expect(jump.body.fieldErrors[0].field).toBe('body.level');
    await desk.move('senior', id, 'start');
    await desk.move('senior', id, 'raise-level', up('hub-manager'));
    const decides = async () => {
      const outcomes = [
        ['assign', to('second')],
        ['refer', to('otherImsa')],
        ['resolve', REASON],
        ['raise-level', up('outside-specialist', SPECIALIST)],
        ['lower-level', REASON],
      ] as const;
      for (const [verb, body] of outcomes) {
        const refused = await desk.move('senior', id, verb, body);
        expect([verb, refused.status]).toEqual([verb, 409]);
      }
      const note = { kind: 'note', text: 'A thought' };
      expect((await desk.move('senior', id, 'note', note)).status).toBe(200);
    };
    await decides();
    // The case can go up with whoever decides there, and to nobody else.
    const sideways = await desk.move('senior', id, 'transfer', to('second'));
    expect(sideways.status).toBe(400);
    await desk.move(
      'manager',
      id,
      'raise-level',
      up('outside-specialist', SPECIALIST),
    );
    expect((await desk.row(id)).level).toBe('outside-specialist');
    await decides();
    await desk.move('senior', id, 'propose-spend', {
      purpose: 'A night in a hotel',
      amount: 4_500,
      alternativesTried: 'The council',
    });
    const { id: spendId } = await desk.knex
      .from('spend')
      .where({ escalation_id: id })
      .first('id');
    const spend = { spendId, decision: 'approved', ...REASON };
    expect((await desk.move('second', id, 'decide-spend', spend)).status).toBe(
      409,
    );
    expect((await desk.move('manager', id, 'decide-spend', spend)).status).toBe(
      200,
    );
    expect((await desk.move('manager', id, 'resolve', REASON)).status).toBe(
      200,
    );
    const close = {
      outcomes: ['housing-rights', 'national-referral-mechanism'].map(area => ({
        area,
        result: 'partly',
        why: 'x',
      })),
    };
    expect((await desk.move('senior', id, 'close', close)).status).toBe(409);
    expect((await desk.move('manager', id, 'close', close)).status).toBe(200);
  });

  test('an outside specialist is named with what the survivor agreed to, sealed', async () => {
    const id = await inHand();
    await desk.move('senior', id, 'raise-level', up('hub-manager'));
    const nobody = await desk.move(
      'manager',
      id,
      'raise-level',
      up('outside-specialist'),
    );
    expect(nobody.body.fieldErrors[0].field).toBe('body.specialist');
    const later = await desk.move(
      'manager',
      id,
      'raise-level',
      up('outside-specialist', {
        ...SPECIALIST,
        survivorAgreedOn: '2999-01-01',
      }),
    );
    expect(later.body.fieldErrors[0].field).toBe(
      'body.specialist.survivorAgreedOn',
    );
    const { body } = await desk.move(
      'manager',
      id,
      'raise-level',
      up('outside-specialist', SPECIALIST),
    );
    expect(body.specialists).toEqual([
      expect.objectContaining({
        ...SPECIALIST,
        namedBy: expect.objectContaining({ name: 'The manager' }),
      }),
    ]);
    const { rows } = await desk.knex.raw(
      `select string_agg(s::text, '') as all from specialist s`,
    );
    expect(rows[0].all).not.toContain('CANARY');
  });

  test('down again with a reason, one step at a time', async () => {
    const id = await inHand();
    expect((await desk.move('senior', id, 'lower-level', REASON)).status).toBe(
      409,
    );
    await desk.move('senior', id, 'raise-level', up('hub-manager'));
    const silent = await desk.move('manager', id, 'lower-level', {
      reason: '',
    });
    expect(silent.status).toBe(400);
    const { body } = await desk.move('manager', id, 'lower-level', REASON);
    expect(body.level).toBe('senior-imsa');
    expect(body.entries[0].summary).toBe('Took it a level down: Senior IMSA');
    expect((await desk.move('senior', id, 'assign', to('second'))).status).toBe(
      200,
    );
  });
});
