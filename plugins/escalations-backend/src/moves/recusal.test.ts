import { aDesk, type Desk } from '../testing/aDesk';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => desk?.destroy());

const REASON = { reason: 'I know the family' };

test('who steps back is out of all of it, and nothing waits for them', async () => {
  const id = await desk.raise('imsa');
  await desk.move('senior', id, 'accept');
  await desk.move('imsa', id, 'offer-handover', {
    personId: desk.id('otherImsa'),
    ...REASON,
  });
  await desk.move('senior', id, 'ask-opinion', {
    personId: desk.id('otherImsa'),
    question: 'What would you do?',
  });
  expect((await desk.move('otherImsa', id, 'recuse', REASON)).status).toBe(204);
  expect(await desk.row(id)).toMatchObject({ next_lead_id: null });
  // Neither the handover nor the opinion is in the way any more.
  expect((await desk.move('senior', id, 'start')).status).toBe(200);
  expect((await desk.move('senior', id, 'resolve', REASON)).status).toBe(200);
  expect((await desk.send('otherImsa', 'get', `/cases/${id}`)).status).toBe(
    404,
  );
});

test('a lead who steps back names the next, although a handover is under way', async () => {
  const id = await desk.raise('imsa');
  await desk.move('senior', id, 'accept');
  expect((await desk.move('imsa', id, 'recuse', REASON)).status).toBe(400);
  const next = desk.id('otherImsa');
  await desk.move('imsa', id, 'offer-handover', { personId: next, ...REASON });
  const done = await desk.move('imsa', id, 'recuse', {
    ...REASON,
    handOverTo: next,
  });
  expect(done.status).toBe(200);
  // Nobody leads it until that person accepts and the survivor agrees.
  expect(await desk.row(id)).toMatchObject({
    lead_id: null,
    next_lead_id: next,
  });
  expect((await desk.send('imsa', 'get', `/cases/${id}`)).body.scope).toBe(
    'what-i-wrote',
  );
  const agreed = { survivorAgreedOn: '2026-11-20' };
  const early = await desk.move('otherImsa', id, 'complete-handover', agreed);
  expect(early.status).toBe(409);
  await desk.move('otherImsa', id, 'accept-handover');
  await desk.move('otherImsa', id, 'complete-handover', agreed);
  expect(await desk.row(id)).toMatchObject({
    lead_id: next,
    next_lead_id: null,
  });
  const handovers = await desk.knex
    .from('handover')
    .where({ escalation_id: id });
  expect(handovers).toEqual([expect.objectContaining({ completed: true })]);
});

test('a lead who steps back before it is accepted asks the next one', async () => {
  const id = await desk.raise('imsa');
  const next = desk.id('otherImsa');
  const to = { ...REASON, handOverTo: next };
  const handler = await desk.move('imsa', id, 'recuse', {
    ...REASON,
    handOverTo: desk.id('officer'),
  });
  expect(handler.body.fieldErrors[0].field).toBe('body.handOverTo');
  await desk.move('imsa', id, 'recuse', to);
  expect(await desk.row(id)).toMatchObject({
    lead_id: null,
    next_lead_id: next,
  });
  expect(await desk.toldOf(id)).toContain('otherImsa handover-offered');
  // They may also say no; the Hub Manager asks somebody else then.
  await desk.move('otherImsa', id, 'cancel-handover', REASON);
  await desk.move('senior', id, 'accept');
  const asked = await desk.move('manager', id, 'offer-handover', {
    personId: next,
    ...REASON,
  });
  expect(asked.status).toBe(200);
});

const read = async (name: 'senior' | 'second', id: string) =>
  (await desk.send(name, 'get', `/cases/${id}`)).status;

test('one can step back from a finished case; who handled it names the next', async () => {
  const closed = await desk.raise('imsa');
  await desk.close('senior', closed);
  const withdrawn = await desk.raise('imsa');
  await desk.move('senior', withdrawn, 'accept');
  await desk.move('imsa', withdrawn, 'withdraw', REASON);
  for (const [id, status] of [
    [closed, 'closed'],
    [withdrawn, 'withdrawn'],
  ] as const) {
    expect((await desk.move('second', id, 'recuse', REASON)).status).toBe(204);
    expect(await read('second', id)).toBe(404);
    expect((await desk.move('senior', id, 'recuse', REASON)).status).toBe(400);
    expect(await read('senior', id)).toBe(200);
    const done = await desk.move('senior', id, 'recuse', {
      ...REASON,
      handOverTo: desk.id('regulated'),
    });
    expect(done.status).toBe(204);
    expect(await read('senior', id)).toBe(404);
    expect(await desk.row(id)).toMatchObject({
      status,
      handler_id: desk.id('regulated'),
    });
  }
});

test('a lead who steps back from a finished case asks nobody to lead it', async () => {
  const closed = await desk.raise('imsa');
  await desk.close('senior', closed);
  const withdrawn = await desk.raise('imsa');
  await desk.move('imsa', withdrawn, 'withdraw', REASON);
  const handOverTo = desk.id('otherImsa');
  for (const [id, body] of [
    [closed, REASON],
    [withdrawn, { ...REASON, handOverTo }],
  ] as const) {
    const done = await desk.move('imsa', id, 'recuse', body);
    expect(done.status).toBeLessThan(300);
    expect(await desk.row(id)).toMatchObject({
      lead_id: null,
      next_lead_id: null,
    });
    const asked = await desk.knex.from('handover').where({ escalation_id: id });
    expect(asked).toEqual([]);
  }
});
