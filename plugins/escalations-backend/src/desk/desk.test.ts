import { newId } from '@imsa-hub/core';
import { HARBOUR } from '@imsa-hub/testing';
import { aDesk, type Desk } from '../testing/aDesk';

let desk: Desk;
beforeEach(async () => {
  desk = await aDesk();
});
afterEach(async () => desk?.destroy());

const ids = (body: { rows: Array<{ id: string }> }) =>
  body.rows.map(({ id }) => id).sort();

test('what can be chosen names people by what they may take on', async () => {
  const { body } = await desk.send('imsa', 'get', '/choices');
  const of = (list: Array<{ id: string }>) =>
    list.map(({ id }) => desk.nameOf(id)).sort();
  expect(of(body.handlers)).toEqual([
    'conflicted',
    'conflictedManager',
    'manager',
    'regulated',
    'second',
    'senior',
  ]);
  expect(of(body.imsas)).toContain('otherImsa');
  expect(of(body.imsas)).not.toContain('officer');
  expect(body.types).toEqual([expect.objectContaining({ id: 'general' })]);
  expect(body.organisations).toContainEqual({ id: HARBOUR, name: 'Harbour' });
  expect(body.events.length).toBeGreaterThan(5);
  expect(JSON.stringify(body)).not.toContain('hub.example');
});

test('the load counts only what the reader may know of', async () => {
  const about = await desk.raise('harbourImsa', { organisation: HARBOUR });
  const other = await desk.raise('imsa');
  for (const id of [about, other]) await desk.move('senior', id, 'accept');
  await desk.knex
    .from('escalation')
    .where({ id: other })
    .update({ state_due_at: '2020-01-01T00:00:00Z' });
  const load = async (name: 'manager' | 'conflicted') => {
    const { body } = await desk.send(name, 'get', '/load');
    return body.people.find(
      ({ person }: { person: { id: string } }) =>
        person.id === desk.id('senior'),
    );
  };
  expect(await load('manager')).toMatchObject({ open: 2, late: 1 });
  expect(await load('conflicted')).toMatchObject({ open: 1, late: 1 });
  expect((await desk.send('imsa', 'get', '/load')).status).toBe(403);
});

test('the day says what waits for whom', async () => {
  const mine = await desk.raise('imsa');
  const hidden = await desk.raise('harbourImsa', { organisation: HARBOUR });
  const day = async (name: Parameters<Desk['send']>[0]) =>
    (await desk.send(name, 'get', '/day')).body;
  expect(await day('senior')).toMatchObject({ toAccept: 2, mine: 0 });
  expect(ids({ rows: (await day('senior')).first })).toEqual(
    [mine, hidden].sort(),
  );
  expect(await day('conflicted')).toMatchObject({ toAccept: 1 });
  expect(ids({ rows: (await day('conflicted')).first })).toEqual([mine]);
  expect(await day('imsa')).toMatchObject({ toAccept: 0, mine: 1 });

  await desk.move('senior', mine, 'accept');
  await desk.move('senior', mine, 'add-task', {
    title: 'Ring the council',
    ownerId: desk.id('imsa'),
    dueOn: '2026-12-01',
  });
  await desk.move('senior', mine, 'ask-opinion', {
    personId: desk.id('second'),
    question: 'What would you do?',
  });
  await desk.move('imsa', mine, 'propose-spend', {
    purpose: 'A night in a hotel',
    amount: 6000,
    alternativesTried: 'The council',
  });
  await desk.move('imsa', mine, 'offer-handover', {
    personId: desk.id('otherImsa'),
    reason: 'Leave',
  });
  await desk.move('senior', hidden, 'return', { reason: 'Say more' });
  expect(await day('imsa')).toMatchObject({ mine: 1, tasks: 1, late: 0 });
  expect(await day('second')).toMatchObject({
    opinions: 1,
    spendsToDecide: 1,
    opinionCase: mine,
    spendCase: mine,
    mine: 0,
  });
  expect(await day('imsa')).toMatchObject({
    spendsToDecide: 0,
    spendCase: null,
    opinionCase: null,
  });
  expect(await day('otherImsa')).toMatchObject({ handovers: 1, mine: 1 });
  expect(await day('harbourImsa')).toMatchObject({ returned: 1 });
});

test('cases are found by what stands open in them, by those who may see them', async () => {
  const one = await desk.raise('imsa', { caseReference: 'NG-1111' });
  const two = await desk.raise('harbourImsa', {
    caseReference: 'NG-1122',
    organisation: HARBOUR,
    risks: ['self-harm'],
  });
  const { reference } = await desk.row(one);
  const search = async (
    name: Parameters<Desk['send']>[0],
    body: Record<string, unknown>,
  ) => ids((await desk.send(name, 'post', '/search', body)).body);
  const both = [one, two].sort();
  expect(await search('manager', { reference: 'ng-11' })).toEqual(both);
  expect(await search('conflicted', { reference: 'ng-11' })).toEqual([one]);
  expect(await search('imsa', { reference: 'NG-11' })).toEqual([one]);
  expect(await search('otherImsa', { reference: 'NG-11' })).toEqual([]);
  expect(await search('manager', { reference })).toEqual([one]);
  expect(await search('manager', { reference: reference.slice(4) })).toEqual([
    one,
  ]);
  expect(await search('manager', { risk: 'self-harm' })).toEqual([two]);
  expect(await search('conflicted', { risk: 'self-harm' })).toEqual([]);
  expect(await search('manager', { area: 'housing-rights' })).toEqual(both);
  await desk.move('senior', two, 'accept');
  expect(await search('manager', { personId: desk.id('senior') })).toEqual([
    two,
  ]);
  expect(await search('conflicted', { personId: desk.id('senior') })).toEqual(
    [],
  );
  expect(await search('manager', { personId: desk.id('imsa') })).toEqual([one]);
  const today = new Date().toISOString().slice(0, 10);
  expect(
    await search('manager', { raisedFrom: today, raisedTo: today }),
  ).toEqual(both);
  expect(await search('manager', { raisedTo: '2020-01-01' })).toEqual([]);
  expect(
    (await desk.send('manager', 'post', '/search', { area: 'x' })).status,
  ).toBe(400);
  expect((await desk.send('manager', 'post', '/search', {})).status).toBe(400);
  expect(await search('manager', { reference: '%' })).toEqual([]);
});

test('break-glass opens a conflicted case for an hour and says no more', async () => {
  const id = await desk.raise('harbourImsa', { organisation: HARBOUR });
  const open = await desk.raise('imsa');
  const reason = 'A court asked for it today';
  const { reference } = await desk.row(id);
  const ask = (name: Parameters<Desk['send']>[0], wanted: string) =>
    desk.send(name, 'post', '/break-glass', { reference: wanted, reason });
  const wrong = await ask('conflictedManager', 'ESC-ZZZZZZ');
  const plain = await ask(
    'conflictedManager',
    (await desk.row(open)).reference,
  );
  expect([wrong.status, plain.status]).toEqual([404, 404]);
  const masked = (text: string) => text.replace(/"requestId":"\w+"/, '');
  expect(masked(plain.text)).toBe(masked(wrong.text));
  expect((await ask('conflicted', reference)).status).toBe(403);
  expect(await desk.ledger(`escalation:${id}`)).not.toContain(
    'escalations.glass-broken',
  );

  const broken = await ask('conflictedManager', ` ${reference.toLowerCase()} `);
  expect(broken.body).toEqual({ id });
  const seen = await desk.send('conflictedManager', 'get', `/cases/${id}`);
  expect(seen.body).toMatchObject({
    scope: 'whole',
    openedByBreakGlassUntil: expect.any(String),
  });
  expect(seen.body.entries[0].summary).toContain('break-glass');
  const [{ at, until }] = seen.body.openings;
  expect(Date.parse(until) - Date.parse(at)).toBe(60 * 60_000);
  expect(seen.body.openedByBreakGlassUntil).toBe(until);
  expect(Math.abs(Date.now() - Date.parse(at))).toBeLessThan(60_000);
  // The desk sees who and why; the IMSA whose case it is, that it was.
  const opened = { by: { id: desk.id('conflictedManager') }, reason };
  for (const name of ['senior', 'conflictedManager'] as const) {
    const { body } = await desk.send(name, 'get', `/cases/${id}`);
    expect(body.openings).toMatchObject([opened]);
  }
  const theirs = await desk.send('imsa', 'get', `/cases/${open}`);
  expect(theirs.body).not.toHaveProperty('openings');
  const raiser = await desk.send('harbourImsa', 'get', `/cases/${id}`);
  expect(raiser.body).not.toHaveProperty('openings');
  expect(raiser.text).not.toContain(reason);
  expect(await desk.ledger(`escalation:${id}`)).toContain(
    'escalations.glass-broken',
  );
  await desk.owner
    .withSchema('escalations')
    .from('break_glass')
    .update({ until: new Date(Date.now() - 1000) });
  expect(
    (await desk.send('conflictedManager', 'get', `/cases/${id}`)).status,
  ).toBe(404);
  expect((await desk.send('manager', 'get', `/cases/${newId()}`)).status).toBe(
    404,
  );
});
