import { londonDateOf } from '@imsa-hub/core';
import { aDesk, type Desk } from '../testing/aDesk';
import { sweepCases } from '../sweeps/sweepCases';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => desk?.destroy());

const day = (days: number) =>
  londonDateOf(new Date(Date.now() + days * 86_400_000).toISOString());
const see = async (id: string) =>
  (await desk.send('senior', 'get', `/cases/${id}`)).body;
const quiet = { risks: [], events: [], legalRequests: [] };
const add = (id: string, body: object = {}) =>
  desk.move('imsa', id, 'add-request', {
    kind: 'witness-summons',
    received: day(-1),
    due: day(20),
    from: 'CANARY-from Crown Court',
    ...body,
  });

async function accepted(): Promise<string> {
  const id = await desk.raise('imsa', quiet);
  await desk.move('senior', id, 'accept');
  return id;
}

test('a summons that comes later is recorded, and its day counts like a limit', async () => {
  const id = await accepted();
  expect(await desk.row(id)).toMatchObject({ rank: 2, next_limit_on: null });
  expect((await add(id)).status).toBe(200);
  const record = await see(id);
  expect(record.legalRequests).toEqual([
    {
      id: '0',
      kind: 'witness-summons',
      received: day(-1),
      due: day(20),
      from: 'CANARY-from Crown Court',
      struck: false,
      answered: null,
      marked: [],
    },
  ]);
  expect(record.nextLimit).toEqual({
    date: day(20),
    title: 'Answer the witness summons',
  });
  expect(record.entries[0]).toMatchObject({
    kind: 'event',
    summary: 'Recorded a summons or request',
    text: expect.stringContaining('CANARY-from Crown Court'),
  });
  expect(await desk.toldOf(id)).toContain('senior request-added');
  const tables = ['legal_request', 'entry', 'escalation'];
  for (const table of tables) {
    const rows = await desk.knex.from(table).select();
    expect(JSON.stringify(rows)).not.toContain('CANARY');
  }
});

test('as its day comes near, the sweep brings the case up and tells its people', async () => {
  const id = await accepted();
  await add(id);
  expect(await desk.row(id)).toMatchObject({ rank: 2 });
  const before = new Date(Date.now() + 12 * 86_400_000).toISOString();
  await sweepCases(desk.services.context, before);
  expect(await desk.row(id)).toMatchObject({ rank: 2 });
  const near = new Date(Date.now() + 13 * 86_400_000).toISOString();
  await sweepCases(desk.services.context, near);
  expect(await desk.row(id)).toMatchObject({ rank: 1 });
  expect(await desk.toldOf(id)).toContain('senior limit-near');
});

test('one that was brought with the case counts from the beginning', async () => {
  const id = await desk.raise('imsa', {
    ...quiet,
    legalRequests: [
      { kind: 'disclosure', received: day(-2), due: day(3), from: 'A court' },
    ],
  });
  const { next_limit_title, rank } = await desk.row(id);
  expect([next_limit_title, rank]).toEqual([
    'Answer the request to disclose records',
    1,
  ]);
});

test('what was answered presses no more, and stays to be read', async () => {
  const id = await accepted();
  await add(id, { due: day(2) });
  expect(await desk.row(id)).toMatchObject({ rank: 1 });
  const done = await desk.move('imsa', id, 'answer-request', {
    requestId: '0',
    answeredOn: day(0),
    answer: 'CANARY-answer The court was told by letter',
  });
  expect(done.status).toBe(200);
  expect(await desk.row(id)).toMatchObject({ rank: 2, next_limit_on: null });
  const record = await see(id);
  expect(record.legalRequests[0]).toMatchObject({
    due: day(2),
    answered: {
      on: day(0),
      text: 'CANARY-answer The court was told by letter',
    },
  });
  expect(record.entries[0].summary).toBe(
    'Noted what was done about a summons or request',
  );
  expect(await desk.history(id)).toContain('request-answered');
  const rows = await desk.knex.from('legal_request').select();
  expect(JSON.stringify(rows)).not.toContain('CANARY');

  // A second note keeps the first.
  await desk.move('imsa', id, 'answer-request', {
    requestId: '0',
    answeredOn: day(0),
    answer: 'The court wrote back',
  });
  const [newest] = (await see(id)).entries;
  expect([newest.text, newest.before]).toEqual([
    expect.stringContaining('The court wrote back'),
    expect.stringContaining('CANARY-answer'),
  ]);
});

test.each([
  [{ received: day(1), due: null }, 'received', 'This day is still to come'],
  [{ due: day(-2) }, 'due', /^This is before it came, on /],
  [{ from: ' ' }, 'from', 'Say who it is from'],
])('%j is refused', async (wrong, field, message) => {
  const id = await accepted();
  const refused = await add(id, wrong);
  expect([refused.status, refused.body.fieldErrors]).toEqual([
    400,
    [{ field: `body.${field}`, message: expect.stringMatching(message) }],
  ]);
});

test.each([
  [{ requestId: '9' }, 'requestId', 'Choose a summons or request of this case'],
  [{ answeredOn: day(1) }, 'answeredOn', 'This day is still to come'],
  [{ answeredOn: day(-2) }, 'answeredOn', /^This is before it came, on /],
  [{ answer: '' }, 'answer', 'Write what was done'],
])('an answer with %j is refused', async (wrong, field, message) => {
  const id = await accepted();
  await add(id);
  const refused = await desk.move('imsa', id, 'answer-request', {
    requestId: '0',
    answeredOn: day(0),
    answer: 'Done',
    ...wrong,
  });
  expect([refused.status, refused.body.fieldErrors]).toEqual([
    400,
    [{ field: `body.${field}`, message: expect.stringMatching(message) }],
  ]);
});

test('only those whose case it is record and answer', async () => {
  const id = await accepted();
  await add(id);
  for (const [name, status] of [
    ['otherImsa', 404],
    ['second', 409],
  ] as const) {
    const one = await desk.move(name, id, 'add-request', {
      kind: 'disclosure',
      received: day(0),
      from: 'A court',
    });
    const other = await desk.move(name, id, 'answer-request', {
      requestId: '0',
      answeredOn: day(0),
      answer: 'Done',
    });
    expect([name, one.status, other.status]).toEqual([name, status, status]);
  }
});
