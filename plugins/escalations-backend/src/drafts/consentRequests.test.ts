import { HARBOUR } from '@imsa-hub/testing';
import type { TestPerson } from '@imsa-hub/testing';
import { aDesk, type Desk } from '../testing/aDesk';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => desk?.destroy());

const WITHOUT = {
  consent: 'not-given',
  consentOverride: 'CANARY-risk to life',
};
const GRANTED = { decision: 'granted', reason: 'CANARY-granted' };

const read = async (name: TestPerson, draftId: string) =>
  (await desk.send(name, 'get', `/drafts/${draftId}`)).body;
async function ask(name: TestPerson, answers: object = {}) {
  const draftId = await desk.draft(name, { ...WITHOUT, ...answers });
  const { version } = await read(name, draftId);
  const asked = await desk.send(
    name,
    'post',
    `/drafts/${draftId}/ask-consent-decision`,
    { version },
  );
  expect(asked.body.state).toBe('waiting');
  const { id } = await desk.knex
    .from('consent_request')
    .where({ draft_id: draftId })
    .first('id');
  return { draftId, requestId: id as string };
}
const decide = (name: TestPerson, requestId: string, body = GRANTED) =>
  desk.send(name, 'post', `/consent-requests/${requestId}/decide`, body);
const submit = async (name: TestPerson, draftId: string) => {
  const { version } = await read(name, draftId);
  return desk.send(name, 'post', `/drafts/${draftId}/submit`, { version });
};
const listed = async (name: TestPerson) => {
  const { body, text } = await desk.send(name, 'get', '/consent-requests');
  const ids: string[] = body.requests.map(({ id }: { id: string }) => id);
  return { ids, text };
};

test('somebody else decides on the reason alone, and it can be brought', async () => {
  const { draftId, requestId } = await ask('imsa');
  const { ids, text } = await listed('senior');
  expect(ids).toContain(requestId);
  expect(text).toContain('CANARY-risk to life');
  for (const hidden of ['CANARY-ask', 'NG-0412', draftId]) {
    expect(text).not.toContain(hidden);
  }
  expect((await submit('imsa', draftId)).status).toBe(400);
  const silent = await decide('senior', requestId, { ...GRANTED, reason: '' });
  expect(silent.body.fieldErrors[0].field).toBe('body.reason');
  expect((await decide('senior', requestId)).status).toBe(204);
  expect((await decide('manager', requestId)).status).toBe(404);
  expect((await read('imsa', draftId)).consentDecision).toMatchObject({
    state: 'granted',
    by: { name: 'The senior' },
    reason: 'CANARY-granted',
  });
  const { rows } = await desk.knex.raw(
    `select string_agg(c::text, '') as all from consent_request c`,
  );
  expect(rows[0].all).not.toContain('CANARY');
  const raised = await submit('imsa', draftId);
  expect(raised.status).toBe(200);
  const { body } = await desk.send(
    'manager',
    'get',
    `/cases/${raised.body.id}`,
  );
  expect(body).toMatchObject({
    consent: 'not-given',
    consentOverride:
      'CANARY-risk to life\n\nDecided by The senior: CANARY-granted',
  });
  expect(
    await desk.knex.from('consent_request').where({ id: requestId }).first(),
  ).toBeUndefined();
});

test('whoever may decide is told that there is something to decide, and the author that it is', async () => {
  const told = async (path: string) =>
    (await desk.told(path)).map((line: string) =>
      line.replace('escalations.', ''),
    );
  await desk.knex.from('consent_request').delete();
  const before = await told('/cases');
  const { draftId, requestId } = await ask('imsa', { organisation: HARBOUR });
  const after = await told('/cases');
  for (const line of before) after.splice(after.indexOf(line), 1);
  // Not whoever works there, whoever asked, or may not decide.
  expect(after).toEqual([
    'manager consent-to-decide',
    'regulated consent-to-decide',
    'second consent-to-decide',
    'senior consent-to-decide',
  ]);
  expect(await told(`/cases/drafts/${draftId}`)).toEqual([]);
  await decide('senior', requestId);
  expect(await told(`/cases/drafts/${draftId}`)).toEqual([
    'imsa consent-decided',
  ]);
});

test('no author decides on their own, and nobody at all who may not', async () => {
  const { draftId, requestId } = await ask('senior');
  expect((await listed('senior')).ids).not.toContain(requestId);
  for (const name of ['senior', 'imsa', 'coordinator', 'officer'] as const) {
    const refused = await decide(name, requestId);
    expect([name, refused.status]).toEqual([name, 404]);
  }
  const day = await desk.send('second', 'get', '/day');
  expect(day.body.consentToDecide).toBeGreaterThan(0);
  const refusal = { decision: 'refused', reason: 'It can wait' };
  expect((await decide('second', requestId, refusal)).status).toBe(204);
  expect((await read('senior', draftId)).consentDecision.state).toBe('refused');
  expect((await submit('senior', draftId)).status).toBe(400);
});

test('a request about an organisation is not shown to who works there', async () => {
  const { requestId } = await ask('imsa', { organisation: HARBOUR });
  for (const name of ['conflicted', 'conflictedManager'] as const) {
    expect((await listed(name)).ids).not.toContain(requestId);
    expect((await decide(name, requestId)).status).toBe(404);
  }
  expect((await listed('manager')).ids).toContain(requestId);
});

test('a decision counts for the words it was made on', async () => {
  const { draftId, requestId } = await ask('imsa');
  await decide('senior', requestId);
  const { version } = await read('imsa', draftId);
  await desk.send('imsa', 'put', `/drafts/${draftId}/page`, {
    version,
    page: 'consent-override',
    answers: { consentOverride: 'It would be quicker' },
  });
  expect((await read('imsa', draftId)).consentDecision.state).toBe('none');
  expect((await submit('imsa', draftId)).status).toBe(400);
});

test('what is decided while a case is mended counts, though its draft begins without consent', async () => {
  const id = await desk.raise('imsa');
  const reason = { reason: 'She does not want it any more' };
  await desk.move('senior', id, 'return', reason);
  await desk.move('imsa', id, 'record-consent', {
    consent: 'not-given',
    saidOn: '2026-11-21',
    ...reason,
  });
  const begun = await desk.send('imsa', 'post', `/cases/${id}/mend`, {});
  const draftId: string = begun.body.id;
  const { answers } = await read('imsa', draftId);
  await desk.fill('imsa', draftId, { ...answers, ...WITHOUT });
  const { version } = await read('imsa', draftId);
  await desk.send('imsa', 'post', `/drafts/${draftId}/ask-consent-decision`, {
    version,
  });
  const request = await desk.knex
    .from('consent_request')
    .where({ draft_id: draftId })
    .first('id');
  await decide('senior', request.id);
  expect((await submit('imsa', draftId)).status).toBe(200);
  const { body } = await desk.send('senior', 'get', `/cases/${id}`);
  expect([body.consent, body.consentOverride]).toEqual([
    'not-given',
    expect.stringContaining('Decided by The senior: CANARY-granted'),
  ]);
});
