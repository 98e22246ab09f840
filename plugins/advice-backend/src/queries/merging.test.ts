import { newId } from '@imsa-hub/core';
import {
  anAdviceLine,
  HARBOUR,
  QUAYSIDE,
  type AdviceLine,
} from '../testing/anAdviceLine';
import { aQuery, REPLY, TRIAGE, type QueryWish } from '../testing/aQuery';

let line: AdviceLine;
beforeAll(async () => {
  line = await anAdviceLine();
});
afterAll(() => line.destroy());

const request = {} as never;
const outcomes = [{ area: 'housing-rights', result: 'achieved' }];
const unsafe = {
  'nowhere-safe-tonight': 'yes',
  'contact-with-exploiter': 'no',
  'removal-eviction-or-detention': 'no',
} as const;

async function merge(from: string, into: string) {
  return line.move('coordinator', from, 'merge', {
    intoId: into,
    intoVersion: (await line.row(into)).version,
    reason: 'The same eviction',
  });
}

/** One by the public form, merged into one of an IMSA that `senior` has. */
async function merged(wish: { one?: QueryWish; into?: QueryWish } = {}) {
  const one = await aQuery(line, {
    status: 'triaged',
    askedBy: null,
    ...wish.one,
    question: { question: 'CANARY of one', ...wish.one?.question },
  });
  const into = await aQuery(line, {
    status: 'in-hand',
    ...wish.into,
    question: { question: 'CANARY of into', ...wish.into?.question },
  });
  const answer = await merge(one.id, into.id);
  expect([answer.status, answer.body.detail]).toEqual([200, undefined]);
  return { one, into };
}

const read = async (name: 'senior' | 'imsa', id: string) =>
  (await line.send(name, 'get', `/queries/${id}`)).body;
const byCode = (receiptCode: string) =>
  line.publicAdvice.conversation({ receiptCode, request });

test('the Hub reads both questions in the query that stays', async () => {
  const { one, into } = await merged();
  const record = await read('senior', into.id);
  expect(record.mergedHere).toMatchObject([
    {
      id: one.id,
      question: 'CANARY of one',
      safeContact: 'CANARY safe contact',
      waitsForReply: true,
    },
  ]);
  expect(record.links).toMatchObject([{ id: one.id, kind: 'merged-here' }]);
  // Reading what was merged here is an entry of its own.
  expect((await line.ledger(one.id)).at(-1)).toBe('advice.query-read');
  expect(await line.ledger(into.id)).toContain('advice.took-in');
  expect(await line.told(into.id)).toContain('senior advice.took-in');
});

test('neither asker learns anything of the other', async () => {
  const { one, into } = await merged({
    one: { question: { safety: unsafe, areas: ['housing-rights'] } },
  });
  const asked = JSON.stringify(await read('imsa', into.id));
  expect(asked).not.toContain('CANARY of one');
  expect(asked).not.toContain(one.reference);
  expect(asked).not.toContain('mergedHere');
  expect(asked).not.toContain('Nowhere safe');
  expect((await read('imsa', into.id)).urgency).toEqual({
    band: 'ordinary',
    reasons: [],
  });
  const list = await line.send('imsa', 'get', '/queue?view=asked');
  expect(list.text).not.toContain('Nowhere safe');
  const conversation = await byCode(one.code);
  expect(conversation).toMatchObject({
    status: 'merged',
    allowed: { writeBack: true, secondOpinion: false, feedback: false },
  });
  expect(JSON.stringify(conversation)).not.toContain('CANARY of into');
});

test('what pressed one presses the other, with its reason, also tomorrow', async () => {
  const { into } = await merged({ one: { question: { safety: unsafe } } });
  const { urgency } = await read('senior', into.id);
  expect(urgency.band).toBe('today');
  expect(urgency.reasons).toMatchObject([
    {
      text: 'Nowhere safe to stay tonight (from a query merged into this one)',
    },
  ]);
});

test('the reply goes to the other asker too where that is chosen', async () => {
  const { one, into } = await merged();
  await line.move('senior', into.id, 'draft', REPLY);
  await line.move('senior', into.id, 'send', { alsoTo: [one.id] });
  expect(await byCode(one.code)).toMatchObject({
    messages: [{ from: 'adviser', text: REPLY.body, cites: REPLY.cites }],
    allowed: { feedback: true },
  });
  expect(await line.ledger(one.id)).toContain('advice.reply-sent');
  expect((await read('senior', into.id)).mergedHere).toMatchObject([
    { waitsForReply: false },
  ]);
  const closed = await line.move('senior', into.id, 'close', { outcomes });
  expect(closed.status).toBe(200);
  expect(await byCode(one.code)).toMatchObject({
    status: 'closed',
    allowed: { writeBack: false },
  });
});

test('a reply that is not chosen for the other asker does not reach them, and closing waits', async () => {
  const { one, into } = await merged();
  await line.move('senior', into.id, 'draft', REPLY);
  await line.move('senior', into.id, 'send');
  expect((await byCode(one.code))?.messages).toEqual([]);
  const closed = await line.move('senior', into.id, 'close', { outcomes });
  expect([closed.status, closed.body.detail]).toEqual([
    409,
    expect.stringContaining(one.reference),
  ]);
});

test('no reply is sent to a query that was not merged here', async () => {
  const { into } = await merged();
  const stranger = await aQuery(line, { askedBy: null });
  await line.move('senior', into.id, 'draft', REPLY);
  const sent = await line.move('senior', into.id, 'send', {
    alsoTo: [stranger.id],
  });
  expect(sent.body.fieldErrors).toMatchObject([{ field: 'body.alsoTo' }]);
  expect((await line.row(into.id)).status).toBe('in-hand');
  expect((await byCode(stranger.code))?.messages).toEqual([]);
});

test('what the other asker writes reaches whoever has the query that stays', async () => {
  const { one, into } = await merged();
  await line.publicAdvice.writeBack({
    receiptCode: one.code,
    body: 'They changed the lock',
    requestKey: newId(),
    request,
  });
  expect((await read('senior', into.id)).mergedHere[0].entries).toMatchObject([
    { kind: 'from-asker', body: 'They changed the lock' },
  ]);
  expect(await line.told(into.id)).toContain('senior advice.asker-wrote');
  expect(JSON.stringify(await read('imsa', into.id))).not.toContain(
    'changed the lock',
  );
});

test('an IMSA whose query was merged is told, and reads their reply in it', async () => {
  const { one, into } = await merged({
    one: { askedBy: 'otherImsa', question: { question: 'CANARY of one' } },
  });
  expect(await line.told(one.id)).toContain('otherImsa advice.joined');
  await line.move('senior', into.id, 'draft', REPLY);
  await line.move('senior', into.id, 'send', { alsoTo: [one.id] });
  expect(await line.told(one.id)).toContain('otherImsa advice.replied');
  const own = await line.send('otherImsa', 'get', `/queries/${one.id}`);
  expect(own.body).toMatchObject({
    status: 'merged',
    entries: [{ kind: 'reply', body: REPLY.body }],
    links: [],
  });
  expect(own.body.allowedActions.sort()).toEqual(['feedback', 'follow-up']);
});

test('taken out again it goes its own way, with a clock of its own', async () => {
  const { one, into } = await merged({ one: { question: { safety: unsafe } } });
  const before = await line.row(into.id);
  expect(before.urgency_band).toBe('today');
  const reopened = await line.move('coordinator', one.id, 'reopen', {
    reason: 'Not the same after all',
  });
  expect(reopened.body).toMatchObject({ status: 'triaged', links: [] });
  expect(await line.row(into.id)).toMatchObject({
    urgency_band: 'ordinary',
    own_urgency_band: null,
    version: before.version + 1,
  });
  expect((await byCode(one.code))?.status).toBe('triaged');
});

test('a chain of merges ends in one query with all of them', async () => {
  const { one, into } = await merged();
  const last = await aQuery(line, { status: 'triaged', askedBy: 'otherImsa' });
  await merge(into.id, last.id);
  const record = await read('senior', last.id);
  expect(
    record.mergedHere.map((item: { id: string }) => item.id).sort(),
  ).toEqual([one.id, into.id].sort());
});

test('the earlier of two clocks counts', async () => {
  line.at('2026-11-23T10:00:00Z');
  const one = await aQuery(line, { status: 'triaged', askedBy: null });
  line.at('2026-11-25T10:00:00Z');
  const into = await aQuery(line, { status: 'triaged' });
  line.at(undefined);
  await merge(one.id, into.id);
  const row = await line.row(into.id);
  expect(row.due_at.toISOString()).toBe('2026-11-24T10:00:00.000Z');
  expect(row.received_at.toISOString()).toBe('2026-11-25T10:00:00.000Z');
});

test.each<[string, QueryWish, QueryWish, RegExp]>([
  [
    'about different nations',
    { question: { nation: 'scotland' } },
    {},
    /different nations/,
  ],
  [
    'about different organisations',
    { subjectOrganisationId: HARBOUR },
    { subjectOrganisationId: QUAYSIDE },
    /different organisations/,
  ],
])('queries %s are not merged', async (_what, from, to, says) => {
  const one = await aQuery(line, { status: 'triaged', ...from });
  const into = await aQuery(line, { status: 'received', ...to });
  const answer = await merge(one.id, into.id);
  expect(answer.status).toBe(400);
  expect(answer.text).toMatch(says);
  expect((await line.row(one.id)).status).toBe('triaged');
});

test('a merged query brings the organisation it is about, and closes it off', async () => {
  const into = await aQuery(line, { status: 'triaged', holder: 'conflicted' });
  const one = await aQuery(line, {
    status: 'triaged',
    subjectOrganisationId: HARBOUR,
  });
  await line.move('conflicted', into.id, 'claim');
  const refused = await merge(one.id, into.id);
  expect(refused.body.fieldErrors).toMatchObject([{ field: 'body.intoId' }]);
  await line.move('coordinator', into.id, 'assign', {
    personId: line.id('senior'),
    reason: 'Free',
  });
  expect((await merge(one.id, into.id)).status).toBe(200);
  const hidden = await line.send('conflicted', 'get', `/queries/${into.id}`);
  expect(hidden.status).toBe(404);
});

test('an immigration question merged in closes the gate', async () => {
  const { into } = await merged({
    one: { question: { areas: ['immigration-and-asylum'] } },
  });
  const drafted = await line.move('senior', into.id, 'draft', REPLY);
  expect(drafted.body.fieldErrors).toMatchObject([{ field: 'body.kind' }]);
});

describe('found by reference', () => {
  const find = (name: 'senior' | 'second' | 'imsa', reference: string) =>
    line.send(name, 'post', '/queries/find', { reference });

  test.each([
    ['as it is written', (text: string) => text],
    ['in small letters', (text: string) => text.toLowerCase()],
    ['without its beginning', (text: string) => text.slice(4)],
    ['with spaces', (text: string) => ` ${text.replace('-', ' ')} `],
  ])('%s', async (_how, type) => {
    const { id, reference } = await aQuery(line, { status: 'closed' });
    const { body } = await find('senior', type(reference));
    expect(body.query).toMatchObject({ id, reference, status: 'closed' });
  });

  test('unknown and forbidden are the same answer', async () => {
    const hidden = await aQuery(line, { subjectOrganisationId: HARBOUR });
    const mine = await line.send('conflicted', 'post', '/queries/find', {
      reference: hidden.reference,
    });
    const unknown = await line.send('conflicted', 'post', '/queries/find', {
      reference: 'ADV-000000',
    });
    expect([mine.status, mine.text]).toEqual([200, unknown.text]);
    expect(unknown.body).toEqual({ query: null });
  });

  test.each(['ADV', '7K3', "ADV-' or 1", 'ADV-7K3M9QQ', '%'])(
    'refuses %j as a reference',
    async reference => {
      const { status, body } = await find('senior', reference);
      expect([status, body.fieldErrors[0].field]).toEqual([
        400,
        'body.reference',
      ]);
    },
  );

  test('is not for those who do not answer advice', async () => {
    const { reference } = await aQuery(line);
    expect((await find('imsa', reference)).status).toBe(403);
  });
});

test('a link shows each in the other, to those who may see both', async () => {
  const one = await aQuery(line, { status: 'triaged' });
  const other = await aQuery(line, {
    status: 'triaged',
    askedBy: 'otherImsa',
  });
  const linked = await line.move('senior', one.id, 'link', {
    otherId: other.id,
    reason: 'Same landlord',
  });
  expect(linked.body.links).toMatchObject([{ id: other.id, kind: 'related' }]);
  expect((await read('senior', other.id)).links).toMatchObject([
    { id: one.id },
  ]);
  expect((await read('imsa', one.id)).links).toEqual([]);
  const foreign = await line.move('senior', one.id, 'link', {
    otherId: newId(),
    reason: 'x',
  });
  expect(foreign.status).toBe(404);
  const self = await line.move('senior', one.id, 'link', {
    otherId: one.id,
    reason: 'x',
  });
  expect(self.body.fieldErrors).toMatchObject([{ field: 'body.otherId' }]);
});

test('areas and risk of both are kept', async () => {
  const { into } = await merged({
    one: { question: { areas: ['family-law'] }, highRisk: true },
    into: { triage: { ...TRIAGE, highRisk: false } },
  });
  expect(await line.row(into.id)).toMatchObject({
    areas: ['housing-rights', 'family-law'],
    high_risk: true,
  });
});
