import { aDesk, type Desk } from '../testing/aDesk';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => desk?.destroy());

const REASON = { reason: 'CANARY-consent' };
const WITHDRAWN = { consent: 'not-given', saidOn: '2026-11-20', ...REASON };
const QUESTION = { question: 'What would you do?' };

async function withdrawn() {
  const id = await desk.raise('imsa');
  await desk.move('senior', id, 'accept');
  const asked = { personId: desk.id('otherImsa'), ...QUESTION };
  await desk.move('senior', id, 'ask-opinion', asked);
  const done = await desk.move('imsa', id, 'record-consent', WITHDRAWN);
  expect(done.status).toBe(200);
  return { id, record: done.body };
}

test('consent that is withdrawn stops sharing, and lets what was asked lapse', async () => {
  const { id, record } = await withdrawn();
  expect(record).toMatchObject({ consent: 'not-given', consentOverride: null });
  expect(record.opinions[0].lapsedAt).not.toBeNull();
  const [entry] = record.entries;
  expect(entry).toMatchObject({
    kind: 'fact',
    before: 'The survivor agrees',
    text: 'The survivor does not agree, said on Friday 20 November 2026\n\nWhy: CANARY-consent',
  });
  const gone = await desk.send('otherImsa', 'get', `/cases/${id}`);
  expect(gone.status).toBe(404);
  const somebody = { personId: desk.id('otherImsa') };
  for (const [verb, body] of [
    ['refer', { ...somebody, ...REASON }],
    ['ask-opinion', { ...somebody, ...QUESTION }],
    ['raise-level', { level: 'hub-manager', ...REASON }],
    [
      'write-document',
      { templateId: 'court-support-letter', title: 'Letter', body: 'Dear' },
    ],
  ] as const) {
    const refused = await desk.move('senior', id, verb, body);
    expect([verb, refused.status]).toEqual([verb, 409]);
    expect(refused.text).toContain('does not agree that this is discussed');
  }
  const note = { kind: 'note', text: 'They rang' };
  expect((await desk.move('senior', id, 'note', note)).status).toBe(200);
  const { rows } = await desk.knex.raw(
    `select string_agg(x::text, '') as all from entry x`,
  );
  expect(rows[0].all).not.toContain('CANARY');
});

test('somebody else decides, with a reason, that it goes on', async () => {
  const { id } = await withdrawn();
  // Who brought it and who has it in hand do not decide; an IMSA cannot at all.
  const own = await desk.move('imsa', id, 'override-consent', REASON);
  expect(own.status).toBe(404);
  const inHand = await desk.move('senior', id, 'override-consent', REASON);
  expect(inHand.status).toBe(409);
  const without = await desk.move('second', id, 'override-consent', {
    reason: ' ',
  });
  expect(without.status).toBe(400);
  const done = await desk.move('second', id, 'override-consent', REASON);
  expect(done.body).toMatchObject({
    consent: 'not-given',
    consentOverride: 'CANARY-consent',
  });
  const referred = { personId: desk.id('otherImsa'), ...REASON };
  expect((await desk.move('senior', id, 'refer', referred)).status).toBe(200);
  const twice = await desk.move('second', id, 'override-consent', REASON);
  expect(twice.status).toBe(409);
});

test('consent that is given later ends what was decided without it', async () => {
  const { id } = await withdrawn();
  await desk.move('second', id, 'override-consent', REASON);
  const given = { consent: 'given', saidOn: '2026-11-21', ...REASON };
  const same = await desk.move('imsa', id, 'record-consent', WITHDRAWN);
  expect(same.body.fieldErrors[0].field).toBe('body.consent');
  const future = await desk.move('imsa', id, 'record-consent', {
    ...given,
    saidOn: '2999-01-01',
  });
  expect(future.body.fieldErrors[0].field).toBe('body.saidOn');
  const other = await desk.move('second', id, 'record-consent', given);
  expect(other.status).toBe(409);
  const done = await desk.move('imsa', id, 'record-consent', given);
  expect(done.body).toMatchObject({ consent: 'given', consentOverride: null });
  expect(done.body.entries[0].before).toBe(
    'The survivor does not agree\n\nWhy it went on all the same: CANARY-consent',
  );
});

test('a case that is mended is raised again with the consent of today', async () => {
  const id = await desk.raise('imsa');
  await desk.move('senior', id, 'return', REASON);
  await desk.move('imsa', id, 'record-consent', WITHDRAWN);
  const begun = await desk.send('imsa', 'post', `/cases/${id}/mend`, {});
  const draft = await desk.send('imsa', 'get', `/drafts/${begun.body.id}`);
  expect(draft.body.answers.consent).toBe('not-given');
});
