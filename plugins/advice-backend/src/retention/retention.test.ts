import { londonDateOf, newId } from '@imsa-hub/core';
import { HARBOUR } from '@imsa-hub/testing';
import { createAdviceRecords } from '../subjectRecords/createAdviceRecords';
import { aQuery, type QueryWish } from '../testing/aQuery';
import {
  anAdviceLine,
  type AdviceLine,
  type Who,
} from '../testing/anAdviceLine';

let line: AdviceLine;
beforeEach(async () => {
  line = await anAdviceLine();
});
afterEach(() => line?.destroy());

const REASON = { reason: 'CANARY-why it is so' };
const DAY = 86_400_000;
const QUESTION = { question: 'CANARY-what was asked' };
const day = (days: number) =>
  londonDateOf(new Date(Date.now() + days * DAY).toISOString());

const set = (id: string, patch: object) =>
  line.knex.from('query').where({ id }).update(patch);

/** A closed query; `until` is the end of its retention. */
async function aClosedQuery(until?: string, wish: QueryWish = {}) {
  const made = await aQuery(line, {
    status: 'closed',
    question: QUESTION,
    reply: { body: 'CANARY-what was answered' },
    ...wish,
  });
  if (until) await set(made.id, { retain_until: until });
  return made;
}

const destroy = async (name: Who, id: string, body: object = {}) =>
  line.move(name, id, 'destroy', {
    reference: (await line.row(id)).reference,
    ...REASON,
    ...body,
  });
const hold = (name: Who, id: string, held = true) =>
  line.move(name, id, 'hold', { hold: held, ...REASON });
const sweep = (days: number) =>
  line.services.retention.sweep(
    new Date(Date.now() + days * DAY).toISOString(),
  );
const isDestroyed = async (id: string) => {
  const { rows } = await line.knex.raw(
    `select wrapped from sealed_case where case_id = ?`,
    [id],
  );
  const row = await line.row(id);
  expect(row.destroyed_at !== null).toBe(rows[0].wrapped === null);
  return row.destroyed_at !== null;
};
const list = async (name: Who, view = 'due') =>
  (await line.send(name, 'get', `/retention?view=${view}`)).body;

test('a query is kept for the months that are set, from when it was closed', async () => {
  const { id } = await aClosedQuery();
  const months = new Date();
  months.setUTCMonth(months.getUTCMonth() + 84);
  const until = (await line.send('manager', 'get', `/queries/${id}`)).body
    .retention.endsOn;
  expect(until).toBe(londonDateOf(months.toISOString()));
  await line.move('senior', id, 'reopen', REASON);
  expect((await line.row(id)).retain_until).toBeNull();
  const again = await aClosedQuery();
  // A second opinion is the other way back.
  await line.move('imsa', again.id, 'second-opinion', REASON);
  expect((await line.row(again.id)).retain_until).toBeNull();
  const byCode = await aClosedQuery(undefined, { askedBy: null });
  await line.publicAdvice.secondOpinion({
    receiptCode: byCode.code,
    reason: 'It does not help',
    requestKey: newId(),
    request: {} as never,
  });
  expect((await line.row(byCode.id)).retain_until).toBeNull();
});

test('what ends within 90 days is there for the Hub Manager to look at', async () => {
  const later = await aClosedQuery(day(91));
  const soon = await aClosedQuery(day(89));
  const past = await aClosedQuery(day(-1));
  const open = await aQuery(line, { status: 'answered' });
  const { rows } = await list('manager');
  expect(rows.map(({ id }: { id: string }) => id)).toEqual([past.id, soon.id]);
  expect(rows[0]).toMatchObject({
    reference: past.reference,
    open: false,
    retainUntil: day(-1),
    allowedActions: ['hold', 'destroy'],
  });
  for (const name of ['senior', 'coordinator', 'imsa'] as const) {
    expect((await line.send(name, 'get', '/retention')).status).toBe(403);
    const refused = await destroy(name, past.id);
    expect(refused.status).toBe(404);
  }
  for (const id of [open.id, later.id, soon.id]) {
    expect(await isDestroyed(id)).toBe(false);
  }
  expect((await hold('manager', open.id)).status).toBe(409);
});

test('after the end one person is enough; counts and the reason stay, words do not', async () => {
  const { id, code } = await aClosedQuery(day(-1), {
    askedBy: null,
    triage: { tier: 'advice', professionalRole: 'Housing officer' } as never,
  });
  await line.move('senior', id, 'note', { body: 'CANARY-a note' });
  const counts = async () => {
    const { rows } = await line.knex.raw(
      `select (select count(*) from query where status = 'closed') as queries,
        (select count(*) from query_outcome) as outcomes`,
    );
    return rows[0];
  };
  const before = await counts();
  const wrong = await destroy('manager', id, { reference: 'ADV-000000' });
  expect(wrong.status).toBe(400);
  expect(wrong.body.fieldErrors[0]).toMatchObject({
    field: 'body.reference',
    message: expect.stringContaining('this query'),
  });
  const stale = await destroy('manager', id, { version: 1 });
  expect([stale.status, stale.body.current.id]).toEqual([409, id]);
  expect(await isDestroyed(id)).toBe(false);

  const done = await destroy('manager', id);
  expect(done.body).toMatchObject({
    destroyedOn: day(0),
    allowedActions: [],
    steps: [{ step: 'destroyed', by: { name: 'The manager' }, ...REASON }],
  });
  expect(await isDestroyed(id)).toBe(true);
  expect(await counts()).toEqual(before);
  expect(await line.row(id)).toMatchObject({
    receipt_hash: null,
    professional_role: null,
  });
  // The code is like one that never was.
  expect(
    await line.publicAdvice.conversation({
      receiptCode: code,
      request: {} as never,
    }),
  ).toBeUndefined();
  const seen = await line.send('senior', 'get', `/queries/${id}`);
  expect(seen.status).toBe(200);
  expect(seen.text).not.toContain('CANARY');
  expect(seen.body).toMatchObject({
    question: 'The content was destroyed at the end of its retention.',
    retention: { destroyed: true, review: null },
    allowedActions: [],
  });
  const { body } = await line.send('manager', 'get', `/queries/${id}`);
  expect(body.retention.review.steps).toMatchObject([REASON]);
  expect(await line.ledger(id)).toContain('advice.destroyed');
  expect((await destroy('manager', id)).status).toBe(409);
});

test('nothing can be done to a destroyed query, by anybody', async () => {
  const { id } = await aClosedQuery(day(-1));
  await destroy('manager', id);
  const tries: Array<[Who, string, object]> = [
    ['senior', 'reopen', REASON],
    ['coordinator', 'note', { body: 'x' }],
    ['senior', 'recuse', { ...REASON, handOverTo: null }],
    ['imsa', 'second-opinion', REASON],
    ['imsa', 'feedback', { helped: 'yes' }],
    ['manager', 'hold', { hold: true, ...REASON }],
  ];
  for (const [name, verb, body] of tries) {
    const { status, body: said } = await line.move(name, id, verb, body);
    expect([verb, status]).toEqual([verb, 409]);
    expect(said.detail ?? said.message).toMatch(/destroyed/);
  }
  // Breaking the glass opens nothing.
  await set(id, { subject_organisation_id: HARBOUR });
  const glass = await line.send('conflictedManager', 'post', '/break-glass', {
    reference: (await line.row(id)).reference,
    ...REASON,
  });
  expect(glass.status).toBe(404);
});

test('before the end it takes two people, and nobody decides on what they asked', async () => {
  const { id } = await aClosedQuery();
  const asked = await destroy('manager', id);
  expect(asked.body).toMatchObject({
    destroyedOn: null,
    destructionAsked: { by: { id: line.id('manager') } },
    allowedActions: ['hold'],
  });
  expect(await line.told(id)).toContain(
    'conflictedManager advice.destruction-asked',
  );
  expect((await destroy('manager', id)).status).toBe(409);
  expect(await isDestroyed(id)).toBe(false);
  await set(id, { raised_by: line.id('conflictedManager') });
  expect((await list('conflictedManager')).rows).toEqual([]);
  expect((await destroy('conflictedManager', id)).status).toBe(409);
  await set(id, { raised_by: line.id('imsa') });
  expect((await list('conflictedManager')).rows[0].allowedActions).toEqual([
    'hold',
    'confirm-destruction',
  ]);
  expect((await destroy('conflictedManager', id)).status).toBe(200);
  expect(await isDestroyed(id)).toBe(true);
});

test('whoever it is about the employer of cannot find, count or destroy it', async () => {
  const { id } = await aClosedQuery(day(-1));
  await set(id, { subject_organisation_id: HARBOUR });
  const missing = await line.move('conflictedManager', newId(), 'destroy', {
    reference: 'ADV-000000',
    ...REASON,
  });
  const hidden = await destroy('conflictedManager', id);
  expect(hidden.status).toBe(404);
  expect(hidden.body.message).toBe(missing.body.message);
  expect((await list('conflictedManager')).rows).toEqual([]);
  expect(await isDestroyed(id)).toBe(false);
});

test('past its end it is told, reviewed, and then destroyed by itself; on hold it is not', async () => {
  const { id } = await aClosedQuery(day(-1));
  const kept = await aClosedQuery(day(-1));
  expect((await hold('manager', kept.id)).body).toMatchObject({
    held: true,
    allowedActions: ['release'],
  });
  // The asker is not told of a hold, which may be about them.
  const { body } = await line.send('imsa', 'get', `/queries/${kept.id}`);
  expect(body.retention).toMatchObject({ held: false, review: null });
  expect(await Promise.all([sweep(0), sweep(0)]).then(([a, b]) => a + b)).toBe(
    1,
  );
  expect(await line.told(id)).toContain('manager advice.retention-ended');
  expect((await list('manager')).rows).toMatchObject([
    { id, willBeDestroyedOn: day(30) },
  ]);
  expect((await list('manager', 'held')).rows).toHaveLength(1);
  expect(await sweep(29)).toBe(0);
  expect(await sweep(31)).toBe(1);
  expect([await isDestroyed(id), await isDestroyed(kept.id)]).toEqual([
    true,
    false,
  ]);
  const { rows } = await line.knex.raw(
    `select string_agg(r::text, '') as all from retention_step r`,
  );
  expect(rows[0].all).not.toContain('CANARY');
});

test('what was merged into a query is kept as long, and ends with it', async () => {
  const into = await aQuery(line, { status: 'in-hand', drafted: true });
  const merged = await aQuery(line, {
    status: 'triaged',
    askedBy: null,
    question: QUESTION,
  });
  await line.move('coordinator', merged.id, 'merge', {
    intoId: into.id,
    intoVersion: (await line.row(into.id)).version,
    reason: 'The same',
  });
  // It has no end of its own, before and after the other one is closed.
  const alone = async () => {
    const { status, body } = await hold('manager', merged.id);
    expect(body.detail ?? body.message).toContain('merged into');
    return status;
  };
  expect(await alone()).toBe(409);
  await line.move('senior', into.id, 'send', { alsoTo: [merged.id] });
  const closed = await line.move('senior', into.id, 'close', {
    outcomes: [{ area: 'housing-rights', result: 'achieved' }],
  });
  expect(closed.status).toBe(200);
  expect(await alone()).toBe(409);
  await set(into.id, { retain_until: day(-1) });
  expect((await destroy('manager', into.id)).status).toBe(200);
  expect([await isDestroyed(into.id), await isDestroyed(merged.id)]).toEqual([
    true,
    true,
  ]);
  expect(await line.ledger(merged.id)).toContain('advice.destroyed');
  const seen = await line.send('coordinator', 'get', `/queries/${into.id}`);
  expect(seen.body.mergedHere).toHaveLength(1);
  expect(seen.text).not.toContain('CANARY');
  const reopened = await line.move('coordinator', merged.id, 'reopen', REASON);
  expect(reopened.status).toBe(409);
});

test('what somebody decided stands in what is held on them, in words', async () => {
  const { id, reference } = await aClosedQuery();
  await hold('manager', id);
  const reader = line.person('manager');
  const sections = await createAdviceRecords(line.services.context).export({
    personId: reader.id,
    organisationIds: reader.organisationIds,
    reader,
    isOwn: true,
    actor: line.hub.actorFor(reader),
    mayKnow: async (_, subjects) => new Set(subjects),
  });
  expect(sections.find(one => one.id === 'query-retention')?.rows).toEqual([
    { reference, at: expect.any(String), step: 'put on hold' },
  ]);
});

test('what had been destroyed before an older copy was put back is destroyed again', async () => {
  const [gone, kept] = [await aClosedQuery(), await aClosedQuery()];
  // The copy of the keys is newer than the copy of the rows.
  await line.hub.sealing.destroyCase({ trx: line.knex, caseId: gone.id });
  // Until that is seen, it is shown as what it is.
  const { body } = await line.send('senior', 'get', `/queries/${gone.id}`);
  expect(body.question).toContain('destroyed');
  expect(await line.services.retention.restore()).toBe(1);
  expect(await line.services.retention.restore()).toBe(0);
  expect([await isDestroyed(gone.id), await isDestroyed(kept.id)]).toEqual([
    true,
    false,
  ]);
});
