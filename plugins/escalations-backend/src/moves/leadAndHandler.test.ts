import { aDesk, type Desk } from '../testing/aDesk';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => desk?.destroy());

const REASON = { reason: 'It is better so' };
const handlersOf = (id: string): Promise<string[]> =>
  desk.knex
    .from('participant')
    .where({ escalation_id: id, part: 'handler' })
    .whereNull('until')
    .pluck('person_id');

test('a lead who steps back cannot leave the lead to who handles it', async () => {
  const id = await desk.raise('imsa');
  await desk.move('senior', id, 'accept');
  const refused = await desk.move('imsa', id, 'recuse', {
    ...REASON,
    handOverTo: desk.id('senior'),
  });
  expect(refused.status).toBe(400);
  expect(await desk.row(id)).toMatchObject({ lead_id: desk.id('imsa') });
});

test('a case is not given to whoever is about to lead it', async () => {
  const id = await desk.raise('imsa');
  await desk.move('senior', id, 'accept');
  const personId = desk.id('manager');
  const offered = await desk.move('imsa', id, 'offer-handover', {
    personId,
    ...REASON,
  });
  expect(offered.status).toBe(200);
  for (const action of ['assign', 'transfer']) {
    const given = await desk.move('senior', id, action, {
      personId,
      ...REASON,
    });
    expect(given.status).toBe(400);
  }
  expect(await handlersOf(id)).toEqual([desk.id('senior')]);
});

test('a last-resort spend says what was tried before, what for and how much', async () => {
  const id = await desk.raise('imsa');
  await desk.move('senior', id, 'accept');
  const whole = {
    purpose: 'A night in a hotel',
    amount: 4_500,
    alternativesTried: 'The council, and two charities',
  };
  const { alternativesTried: _, ...untold } = whole;
  for (const [body, field] of [
    [untold, 'body.alternativesTried'],
    [{ ...whole, alternativesTried: ' \n ' }, 'body.alternativesTried'],
    [{ ...whole, purpose: '' }, 'body.purpose'],
    [{ ...whole, amount: 0 }, 'body.amount'],
  ] as const) {
    const refused = await desk.move('senior', id, 'propose-spend', body);
    expect([refused.status, refused.body.fieldErrors[0].field]).toEqual([
      400,
      field,
    ]);
  }
  expect(await desk.knex.from('spend').where({ escalation_id: id })).toEqual(
    [],
  );
  const proposed = await desk.move('senior', id, 'propose-spend', whole);
  expect(proposed.body.spends).toMatchObject([whole]);
});

test('a case with a spend to decide on is not withdrawn', async () => {
  const id = await desk.raise('imsa');
  await desk.move('senior', id, 'accept');
  await desk.move('senior', id, 'propose-spend', {
    purpose: 'A night in a hotel',
    amount: 4_500,
    alternativesTried: 'The council, and two charities',
  });
  expect((await desk.move('imsa', id, 'withdraw', REASON)).status).toBe(409);
  const { id: spendId } = await desk.knex
    .from('spend')
    .where({ escalation_id: id })
    .first('id');
  await desk.move('manager', id, 'decide-spend', {
    spendId,
    decision: 'refused',
    ...REASON,
  });
  expect((await desk.move('imsa', id, 'withdraw', REASON)).status).toBe(200);
});

test('one that was withdrawn, taken up again and returned is nobody’s to handle', async () => {
  const id = await desk.raise('imsa');
  await desk.move('senior', id, 'accept');
  await desk.move('imsa', id, 'withdraw', REASON);
  await desk.move('imsa', id, 'reopen', REASON);
  await desk.move('manager', id, 'return', REASON);
  expect(await desk.row(id)).toMatchObject({
    status: 'returned',
    handler_id: null,
  });
  expect(await handlersOf(id)).toEqual([]);
});
