import { anAdviceLine, type AdviceLine } from '../testing/anAdviceLine';
import { aQuery, REPLY } from '../testing/aQuery';

let line: AdviceLine;
beforeAll(async () => {
  line = await anAdviceLine();
});
afterAll(() => line.destroy());
afterEach(() => line.at(undefined));

const stop = { category: 'waiting-on-third-party', reason: 'The council' };
const due = async (id: string) => (await line.row(id)).due_at.toISOString();
const makeLate = (id: string) =>
  line.knex
    .from('query')
    .where({ id })
    .update({ due_at: '2026-11-02T10:00:00Z' });

// Monday 30 November 2026 is a bank holiday in Scotland only. Received on
// Friday at noon, eight working hours; stopped on Friday at four, restarted on
// Monday at ten: four hours are left.
test.each([
  ['england', '2026-11-30T12:00:00.000Z', '2026-11-30T14:00:00.000Z'],
  ['wales', '2026-11-30T12:00:00.000Z', '2026-11-30T14:00:00.000Z'],
  ['northern-ireland', '2026-11-30T12:00:00.000Z', '2026-11-30T14:00:00.000Z'],
  ['scotland', '2026-12-01T12:00:00.000Z', '2026-12-01T13:00:00.000Z'],
] as const)(
  'a stop moves the target by the holidays of %s',
  async (nation, first, later) => {
    line.at('2026-11-27T12:00:00Z');
    const { id } = await aQuery(line, {
      status: 'in-hand',
      question: { nation },
    });
    expect(await due(id)).toBe(first);
    line.at('2026-11-27T16:00:00Z');
    const stopped = await line.move('senior', id, 'stop-clock', stop);
    expect(stopped.body.clock).toMatchObject({
      state: 'stopped',
      dueAt: null,
      stoppedFor: 'waiting-on-third-party',
    });
    line.at('2026-11-30T10:00:00Z');
    await line.move('senior', id, 'restart-clock', { reason: 'They rang' });
    expect(await due(id)).toBe(later);
  },
);

test('what the asker is asked stops the clock until they write', async () => {
  line.at('2026-11-23T10:00:00Z');
  const { id } = await aQuery(line, { status: 'waiting-on-asker' });
  line.at('2026-11-25T10:00:00Z');
  await line.move('imsa', id, 'follow-up', { body: 'Leeds' });
  expect(await due(id)).toBe('2026-11-26T10:00:00.000Z');
});

test('after reopening, a stop counts from the reopening', async () => {
  line.at('2026-11-02T10:00:00Z');
  const { id } = await aQuery(line, { status: 'closed' });
  line.at('2026-11-23T10:00:00Z');
  await line.move('senior', id, 'reopen', { reason: 'The council refused' });
  const target = '2026-11-30T10:00:00.000Z';
  expect(await due(id)).toBe(target);
  line.at('2026-11-24T10:00:00Z');
  await line.move('coordinator', id, 'stop-clock', stop);
  line.at('2026-11-25T10:00:00Z');
  await line.move('coordinator', id, 'restart-clock', { reason: 'Answered' });
  expect(await due(id)).toBe('2026-12-01T10:00:00.000Z');
});

test('closing ends a stop, so that it does not count on after reopening', async () => {
  const { id } = await aQuery(line, { status: 'answered' });
  await line.move('senior', id, 'stop-clock', stop);
  await line.move('senior', id, 'close', {
    outcomes: [{ area: 'housing-rights', result: 'not-known' }],
  });
  const open = await line.knex
    .from('clock_stop')
    .where({ query_id: id })
    .whereNull('restarted_at');
  expect(open).toEqual([]);
});

describe('a late first reply', () => {
  test.each([
    ['who sends it', 'senior', 'send', { status: 'in-hand', drafted: true }],
    [
      'the second reader who approves it',
      'second',
      'approve',
      { status: 'with-second-reader' },
    ],
  ] as const)('asks %s why', async (_who, by, verb, from) => {
    const { id } = await aQuery(line, from);
    await makeLate(id);
    const open = await line.send(by, 'get', `/queries/${id}`);
    expect(open.body.isLate).toBe(true);
    const refused = await line.move(by, id, verb);
    expect([refused.status, refused.body.fieldErrors]).toMatchObject([
      400,
      [{ field: 'body.lateReason' }],
    ]);
    expect((await line.row(id)).first_replied_at).toBeNull();
    const sent = await line.move(by, id, verb, { lateReason: 'We moved' });
    expect(sent.body).toMatchObject({ status: 'answered', isLate: false });
    const record = await line.send('coordinator', 'get', `/queries/${id}`);
    expect(record.body.entries).toContainEqual(
      expect.objectContaining({
        summary: 'Said why the first reply is late',
        body: 'We moved',
        by: expect.objectContaining({ id: line.id(by) }),
      }),
    );
  });

  test('is asked about once: the second reply has another clock', async () => {
    const { id } = await aQuery(line, { status: 'answered' });
    await line.move('senior', id, 'draft', REPLY);
    expect((await line.move('senior', id, 'send')).status).toBe(200);
  });
});

test('a late resolution asks why', async () => {
  const { id } = await aQuery(line, { status: 'answered' });
  await makeLate(id);
  const outcomes = [{ area: 'housing-rights', result: 'achieved' }];
  const refused = await line.move('senior', id, 'close', { outcomes });
  expect(refused.body.fieldErrors).toMatchObject([
    { field: 'body.lateReason' },
  ]);
  const closed = await line.move('senior', id, 'close', {
    outcomes,
    lateReason: 'The council took its time',
  });
  expect(closed.body.entries.at(-1)).toMatchObject({
    summary: 'Closed it',
    body: 'The council took its time',
  });
});
