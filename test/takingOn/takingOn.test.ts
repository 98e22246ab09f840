import { aQuery } from '@imsa-hub/advice-backend/src/testing/aQuery';
import {
  anAdviceLine,
  HARBOUR,
  type AdviceLine,
  type Who,
} from '@imsa-hub/advice-backend/src/testing/anAdviceLine';
import {
  createCasesOfQueries,
  type QueriesForCases,
} from '@imsa-hub/advice-node';
import { newId } from '@imsa-hub/core';
import {
  aDesk,
  ANSWERS,
  type Desk,
} from '@imsa-hub/escalations-backend/src/testing/aDesk';
import { EVERYBODY } from '@imsa-hub/testing';

const casesOfQueries = createCasesOfQueries();
let line: AdviceLine;
let desk: Desk;
beforeAll(async () => {
  line = await anAdviceLine({ casesOfQueries });
  desk = await aDesk({ casesOfQueries, people: line });
});
afterAll(async () => {
  await desk?.destroy();
  await line?.destroy();
});

const QUESTION = 'CANARY-question Can the council be asked to look again?';
const held = (wish: Parameters<typeof aQuery>[1] = {}) =>
  aQuery(line, {
    status: 'in-hand',
    ...wish,
    question: {
      question: QUESTION,
      events: [
        {
          ruleId: 'homelessness-review-england',
          date: '2026-11-20',
          facts: {},
        },
      ],
      ...wish.question,
    },
  });
const carryOver = (who: Who, queryId: string) =>
  desk.send(who, 'get', `/queries/${queryId}/carry-over`);

async function draftFrom(who: Who, queryId: string): Promise<string> {
  const begun = await desk.send(who, 'post', '/drafts', {
    requestKey: newId(),
    fromQueryId: queryId,
  });
  if (begun.status !== 201) throw new Error(begun.text);
  const { body } = await desk.send(who, 'get', `/drafts/${begun.body.id}`);
  await desk.fill(who, begun.body.id, { ...ANSWERS, ...body.answers });
  return begun.body.id;
}
async function submit(who: Who, draftId: string) {
  const { body } = await desk.send(who, 'get', `/drafts/${draftId}`);
  return desk.send(who, 'post', `/drafts/${draftId}/submit`, {
    version: body.version,
  });
}
const raised = async (who: Who, queryId: string): Promise<string> => {
  const answer = await submit(who, await draftFrom(who, queryId));
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body.id;
};
/** What the ledger of the advice line says of the query's cases. */
const tiesOf = async (queryId: string) =>
  (await line.ledger(queryId)).filter(type =>
    ['advice.taken-on', 'advice.case-changed'].includes(type),
  );
const conversation = async (queryId: string) =>
  (
    await line.knex
      .from('query_entry')
      .where({ query_id: queryId, staff_only: false })
      .orderBy('at')
  ).map(({ kind }) => kind);

test('further dates carry over with their event; what was struck out does not', async () => {
  const benefit = 'benefit-mandatory-reconsideration';
  const facts = { 'statement-of-reasons': '2026-11-20' };
  const query = await held({
    question: {
      events: [
        {
          ruleId: 'homelessness-review-england',
          date: '2026-11-20',
          facts: {},
        },
        { ruleId: benefit, date: '2026-11-05', facts },
      ],
    },
  });
  await line.move('senior', query.id, 'correct-event', {
    eventId: '0',
    what: 'strike-out',
    reason: 'It was another survivor',
  });
  const shown = await carryOver('senior', query.id);
  expect(shown.body.limits).toMatchObject([
    { ruleId: benefit, limit: '2026-12-19' },
  ]);
  const caseId = await raised('senior', query.id);
  const { body } = await desk.send('senior', 'get', `/cases/${caseId}`);
  expect(body.events).toMatchObject([
    {
      ruleId: benefit,
      facts: [{ id: 'statement-of-reasons', date: '2026-11-20' }],
    },
  ]);
  expect(body.limits).toMatchObject([{ ruleId: benefit, limit: '2026-12-19' }]);
});

test('what carries over is shown before anything is copied, and what is not asked stays behind', async () => {
  const query = await held({ subjectOrganisationId: HARBOUR });
  const shown = await carryOver('senior', query.id);
  expect(shown.body.query).toEqual({
    id: query.id,
    reference: query.reference,
  });
  expect(
    shown.body.pages.flatMap(
      (page: { answers: Array<{ field: string; text: string }> }) =>
        page.answers.map(({ field, text }) => [field, text]),
    ),
  ).toEqual([
    ['nation', 'England'],
    ['areas', expect.stringContaining('Housing')],
    ['askedOfHub', QUESTION],
    ['events', expect.stringContaining('Friday 20 November 2026')],
    ['organisation', 'Harbour'],
    ['tier', 'Full advocacy'],
  ]);
  expect(shown.body.limits[0].limit).toBe('2026-12-10');
  expect(shown.text).not.toContain('CANARY safe contact');
  expect(shown.text).not.toContain('CANARY service');
  expect(
    await desk.knex.from('draft').where({ from_query_id: query.id }),
  ).toEqual([]);
  expect(await line.ledger(query.id)).toContain('advice.query-read');
});

test('only whoever has the query, may work on it and may bring cases', async () => {
  const query = await held({ subjectOrganisationId: HARBOUR });
  const missing = await carryOver('senior', newId());
  const masked = (text: string) => text.replace(/"requestId":"\w+"/, '');
  for (const who of EVERYBODY.filter(name => name !== 'senior')) {
    const there = await carryOver(who, query.id);
    expect([who, there.status]).toEqual([who, 404]);
    expect(masked(there.text)).toBe(masked(missing.text));
    const begun = await desk.send(who, 'post', '/drafts', {
      requestKey: newId(),
      fromQueryId: query.id,
    });
    expect([who, begun.status >= 400]).toEqual([who, true]);
  }
  expect(
    await desk.knex.from('draft').where({ from_query_id: query.id }),
  ).toEqual([]);
});

test.each([
  ['nobody has it', { status: 'triaged' as const }],
  ['it is closed', { status: 'closed' as const }],
])('not where %s', async (_, wish) => {
  const query = await held(wish);
  expect((await carryOver('senior', query.id)).status).toBe(404);
});

test('whoever steps back or hands over cannot raise what they began', async () => {
  const query = await held();
  const draftId = await draftFrom('senior', query.id);
  await line.move('senior', query.id, 'recuse', {
    reason: 'I know the person',
    handOverTo: line.id('second'),
  });
  const refused = await submit('senior', draftId);
  expect([refused.status, refused.body.detail]).toEqual([
    409,
    expect.stringContaining('Your draft is kept'),
  ]);
  expect((await carryOver('senior', query.id)).status).toBe(404);
  // The draft does not tell them what they may not see any more.
  const { body } = await desk.send('senior', 'get', `/drafts/${draftId}`);
  expect(body.fromQuery).toBeNull();
  expect(await raised('second', query.id)).toEqual(expect.any(String));
});

test('the query keeps its course, knows its case, and the asker is told once in plain words', async () => {
  const query = await held();
  const caseId = await raised('senior', query.id);
  expect((await desk.row(caseId)).from_query_id).toBe(query.id);
  await desk.drain();
  await desk.drain();
  const told = await line.told(query.id);
  expect(told.filter(line_ => line_.endsWith('advice.taken-on'))).toEqual([
    'imsa advice.taken-on',
  ]);
  expect(await conversation(query.id)).toEqual(['to-asker']);

  const asker = await line.send('imsa', 'get', `/queries/${query.id}`);
  expect(asker.body.entries[0]).toMatchObject({
    kind: 'to-asker',
    body: expect.stringContaining('taken it on as a complex case'),
  });
  expect(asker.body.becameCase).toBeNull();
  expect(asker.text).not.toContain(caseId);

  const holder = await line.send('senior', 'get', `/queries/${query.id}`);
  const { reference } = await desk.row(caseId);
  expect(holder.body).toMatchObject({
    status: 'in-hand',
    becameCase: { id: caseId, reference },
    entries: expect.arrayContaining([
      expect.objectContaining({ summary: 'Made a complex case of it' }),
    ]),
  });
  expect(holder.body.allowedActions).not.toContain('take-on');
  const record = await desk.send('senior', 'get', `/cases/${caseId}`);
  expect(record.body.fromQuery).toEqual({
    id: query.id,
    reference: query.reference,
  });
});

test('who asked by the public form reads it with the code', async () => {
  const query = await held({ askedBy: null });
  await raised('senior', query.id);
  await desk.drain();
  const read = await line.publicAdvice.conversation({
    receiptCode: query.code,
    request: {} as never,
  });
  expect(read?.messages.map(({ from, text }) => [from, text])).toEqual([
    ['adviser', expect.stringContaining('as a complex case')],
  ]);
  expect(read?.allowed.writeBack).toBe(true);
});

test('of two cases made of one query at once there is one', async () => {
  const query = await held();
  const drafts = [
    await draftFrom('senior', query.id),
    await draftFrom('senior', query.id),
  ];
  const both = await Promise.all(drafts.map(id => submit('senior', id)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const cases = desk.knex.from('escalation').where({ from_query_id: query.id });
  expect((await cases).length).toBe(1);
  await desk.drain();
  expect((await carryOver('senior', query.id)).status).toBe(404);
});

test('a crash between the two sides tells nobody twice and loses nothing', async () => {
  const query = await held();
  const caseId = await raised('senior', query.id);
  const real = casesOfQueries.queries() as QueriesForCases;
  const soon = () =>
    desk.knex('ledger_outbox').update({ not_before: new Date(0) });
  let fails = 0;
  casesOfQueries.offerQueries({
    ...real,
    async tell(news) {
      fails += 1;
      // The advice line has not heard of it, then it has and we die.
      if (fails > 2) await real.tell(news);
      throw new Error('killed');
    },
  });
  await desk.drain();
  await soon();
  expect(await conversation(query.id)).toEqual([]);
  await desk.drain();
  casesOfQueries.offerQueries(real);
  await soon();
  await desk.drain();
  expect(fails).toBeGreaterThan(2);
  expect(await conversation(query.id)).toEqual(['to-asker']);
  expect((await line.row(query.id)).case_id).toBe(caseId);
  expect(await tiesOf(query.id)).toEqual(['advice.taken-on']);
  expect(await desk.knex('ledger_outbox').count().first()).toEqual({
    count: '0',
  });
});

test('a case that is withdrawn lets the query go, and the asker is not told again', async () => {
  const query = await held();
  const first = await raised('senior', query.id);
  await desk.drain();
  await desk.move('senior', first, 'withdraw', { reason: 'Settled already' });
  await desk.drain();
  expect((await line.row(query.id)).case_id).toBeNull();
  expect((await carryOver('senior', query.id)).status).toBe(200);

  await desk.move('senior', first, 'reopen', { reason: 'Not settled' });
  await desk.drain();
  expect((await line.row(query.id)).case_id).toBe(first);
  expect(await tiesOf(query.id)).toEqual([
    'advice.taken-on',
    'advice.case-changed',
    'advice.case-changed',
  ]);
  expect(await conversation(query.id)).toEqual(['to-asker']);
});

test('the case is nobody’s to see whom its organisation employs, on the query either', async () => {
  const query = await held();
  const draftId = await draftFrom('senior', query.id);
  await desk.fill('senior', draftId, { ...ANSWERS, organisation: HARBOUR });
  const { body } = await submit('senior', draftId);
  await desk.drain();
  const read = await line.send('conflicted', 'get', `/queries/${query.id}`);
  expect([read.status, read.body.becameCase]).toEqual([200, null]);
  expect(read.text).not.toContain(body.id);
  expect(read.text).not.toContain(body.reference);
});
