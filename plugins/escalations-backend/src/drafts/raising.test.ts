import { newId } from '@imsa-hub/core';
import { HARBOUR, EVERYBODY } from '@imsa-hub/testing';
import { aDesk, ANSWERS, type Desk } from '../testing/aDesk';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => desk?.destroy());

test('a draft is its author’s alone, whatever the role', async () => {
  const draftId = await desk.draft('imsa');
  const missing = newId();
  for (const name of EVERYBODY.filter(other => other !== 'imsa')) {
    const there = await desk.send(name, 'get', `/drafts/${draftId}`);
    const never = await desk.send(name, 'get', `/drafts/${missing}`);
    expect([name, there.status]).toEqual([name, 404]);
    const masked = (text: string) => text.replace(/"requestId":"\w+"/, '');
    expect(masked(there.text)).toBe(masked(never.text));
  }
  const mine = await desk.send('imsa', 'get', '/drafts');
  expect(mine.body.drafts).toEqual([
    expect.objectContaining({ id: draftId, caseReference: 'NG-0412' }),
  ]);
  expect((await desk.send('manager', 'get', '/drafts')).body.drafts).toEqual(
    [],
  );
});

test('a page is checked when it is saved, and nothing is stored by halves', async () => {
  const begun = await desk.send('imsa', 'post', '/drafts', {
    requestKey: newId(),
  });
  const path = `/drafts/${begun.body.id}`;
  const refused = await desk.send('imsa', 'put', `${path}/page`, {
    version: 1,
    page: 'reference',
    answers: { caseReference: 'Maria' },
  });
  expect(refused.status).toBe(400);
  expect(refused.body.fieldErrors).toEqual([
    {
      field: 'body.answers.caseReference',
      message:
        'Use up to six capital letters and then a number, for example NG-0412',
    },
  ]);
  const { body } = await desk.send('imsa', 'get', path);
  expect([body.version, body.answers]).toEqual([1, {}]);
  const submitted = await desk.send('imsa', 'post', `${path}/submit`, {
    version: 1,
  });
  expect(submitted.status).toBe(400);
  expect(submitted.body.fieldErrors.length).toBeGreaterThan(8);
});

test('what was raised is frozen as it was worded, and nothing of it is legible', async () => {
  const id = await desk.raise('imsa');
  const { body } = await desk.send('imsa', 'get', `/cases/${id}`);
  expect(body).toMatchObject({
    status: 'raised',
    caseReference: 'NG-0412',
    scope: 'whole',
    lead: { name: 'The imsa' },
    nextLimit: { date: '2026-12-10' },
    askedOfHub: ANSWERS.askedOfHub,
    statements: expect.arrayContaining([
      expect.objectContaining({ kind: 'choice', text: ANSWERS.choice }),
    ]),
  });
  expect(
    body.submission.pages.find(({ page }: { page: string }) => page === 'nrm')
      .answers[0],
  ).toEqual({
    field: 'nrmConsent',
    label: 'Decision',
    text: 'Has been referred already',
  });
  const { rows } = await desk.knex.raw(
    `select string_agg(t::text, '') as all from (
      select e::text as t from escalation e union all
      select x::text from submission x union all
      select x::text from statement x union all
      select x::text from entry x union all
      select x::text from legal_request x union all
      select x::text from draft x) as every`,
  );
  expect(rows[0].all).not.toContain('CANARY');
  expect(await desk.ledger(`escalation:${id}`)).toContain('escalations.raised');
});

test('without agreement nobody brings it, whatever their role and reason', async () => {
  for (const name of ['imsa', 'senior', 'manager'] as const) {
    const draftId = await desk.draft(name, {
      consent: 'not-given',
      consentOverride: 'Risk to life',
    });
    const { body } = await desk.send(name, 'get', `/drafts/${draftId}`);
    expect(body.consentDecision.state).toBe('none');
    const refused = await desk.send(name, 'post', `/drafts/${draftId}/submit`, {
      version: body.version,
    });
    expect([name, refused.status]).toEqual([name, 400]);
    expect(refused.body.fieldErrors[0].field).toBe('body.answers.consent');
  }
});

test('a failing of the own employer: nobody of that employer can find it', async () => {
  const id = await desk.raise('harbourImsa', { organisation: HARBOUR });
  const own = await desk.send('harbourImsa', 'get', `/cases/${id}`);
  expect(own.body).toMatchObject({ scope: 'what-i-wrote', entries: [] });
  for (const name of [
    'conflicted',
    'conflictedManager',
    'imsa',
    'officer',
  ] as const) {
    const there = await desk.send(name, 'get', `/cases/${id}`);
    expect([name, there.status]).toEqual([name, 404]);
    const board = await desk.send(name, 'get', '/board');
    expect(board.text).not.toContain(id);
  }
  const board = await desk.send('manager', 'get', '/board');
  expect(board.text).toContain(id);
});

test('two clicks raise one case', async () => {
  const draftId = await desk.draft('imsa');
  const { body } = await desk.send('imsa', 'get', `/drafts/${draftId}`);
  const both = await Promise.all(
    [1, 2].map(() =>
      desk.send('imsa', 'post', `/drafts/${draftId}/submit`, {
        version: body.version,
      }),
    ),
  );
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(both[0]?.body).toEqual(both[1]?.body);
  // Whoever got no answer and asks again is told of their case; nobody else is.
  for (const [name, status] of [
    ['imsa', 200],
    ['otherImsa', 404],
    ['manager', 404],
  ] as const) {
    const again = await desk.send(name, 'post', `/drafts/${draftId}/submit`, {
      version: body.version,
    });
    expect([name, again.status]).toEqual([name, status]);
  }
  const { id } = both[0]?.body ?? {};
  expect(
    (await desk.ledger(`escalation:${id}`)).filter(
      type => type === 'escalations.raised',
    ),
  ).toHaveLength(1);
});

test('a draft that goes while it is looked at is gone, and no fault', async () => {
  const kept = await desk.draft('imsa', { caseReference: 'NG-0777' });
  const draftId = await desk.draft('imsa');
  const row = await desk.knex.from('draft').where({ id: draftId }).first();
  const gone = await desk.send('imsa', 'delete', `/drafts/${draftId}`);
  expect(gone.status).toBe(204);
  // As somebody finds it who had read the row a moment before.
  await desk.knex.table('draft').insert(row);
  const list = await desk.send('imsa', 'get', '/drafts');
  expect(list.status).toBe(200);
  const ids = list.body.drafts.map(({ id }: { id: string }) => id);
  expect(ids).toContain(kept);
  expect(ids).not.toContain(draftId);
  const one = await desk.send('imsa', 'get', `/drafts/${draftId}`);
  expect(one.status).toBe(404);
  await desk.knex.table('draft').where({ id: draftId }).delete();
});
