import { newId } from '@imsa-hub/core';
import { HARBOUR, type TestPerson } from '@imsa-hub/testing';
import { aDesk, type Desk } from '../testing/aDesk';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => desk?.destroy());

interface LedgerRow {
  actor: string;
  type: string;
  why: string | null;
  publish: boolean;
}
const entriesOf = (subject: string): Promise<LedgerRow[]> =>
  desk.knex
    .from('ledger_entry')
    .where({ subject })
    .orderBy(['at', 'chain', 'seq'])
    .select('actor', 'type', 'why', 'publish');
/** What came to the ledger on a subject while something was done. */
async function during(subject: string, act: () => Promise<unknown>) {
  const before = (await entriesOf(subject)).length;
  await act();
  return (await entriesOf(subject)).slice(before);
}
const get = (name: TestPerson, path: string) => desk.send(name, 'get', path);
const read = (name: TestPerson, type: string, why: string | null = null) => ({
  actor: desk.id(name),
  type: `escalations.${type}`,
  why,
  // Who looks at what is nobody's business but the audit's.
  publish: false,
});

interface EntriesPage {
  entries: Array<{ id: string; text: string | null }>;
  olderEntries: string | null;
}
const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();
/** From tomorrow on: the newest entries there are. */
const BEFORE = Buffer.from(JSON.stringify([TOMORROW, ''])).toString(
  'base64url',
);
const older = (name: TestPerson, id: string, before: string = BEFORE) =>
  get(name, `/cases/${id}/entries?before=${before}`);

test('every reading of a case is one entry, and only readings are', async () => {
  const id = await desk.raise('imsa');
  const found = await during(`escalation:${id}`, async () => {
    await get('imsa', `/cases/${id}`);
    await get('senior', `/cases/${id}`);
    await get('otherImsa', `/cases/${id}`);
    await get('board', `/cases/${id}`);
    await get('senior', '/board');
  });
  expect(found).toEqual([read('imsa', 'read'), read('senior', 'read')]);
});

test('so is every page of older entries, from wherever it begins', async () => {
  const id = await desk.raise('imsa');
  const found = await during(`escalation:${id}`, async () => {
    expect((await older('imsa', id)).body.entries.length).toBeGreaterThan(0);
    expect((await older('otherImsa', id)).status).toBe(404);
    expect((await older('imsa', id, 'WyIwIl0')).status).toBe(400);
  });
  expect(found).toEqual([read('imsa', 'read')]);
});

test('who broke the glass reads with that as the reason, older entries too', async () => {
  const id = await desk.raise('harbourImsa', { organisation: HARBOUR });
  const { reference } = await desk.row(id);
  await desk.send('conflictedManager', 'post', '/break-glass', {
    reference,
    reason: 'A court asked for it today',
  });
  const found = await during(`escalation:${id}`, async () => {
    await get('conflictedManager', `/cases/${id}`);
    await older('conflictedManager', id);
    await older('senior', id);
  });
  expect(found).toEqual([
    read('conflictedManager', 'read', 'break-glass'),
    read('conflictedManager', 'read', 'break-glass'),
    read('senior', 'read'),
  ]);
});

test('a long timeline comes in pages, each entry once, down to the first', async () => {
  const id = await desk.raise('imsa');
  await desk.move('imsa', id, 'note', { kind: 'note', text: 'CANARY-first' });
  const begun = Date.now();
  // Several in one moment, as when a change makes more than one.
  await desk.knex.table('entry').insert(
    Array.from({ length: 310 }, (_, count) => ({
      id: newId(),
      escalation_id: id,
      at: new Date(begun + Math.floor(count / 3) * 1_000),
      kind: 'move',
      summary: `Step ${count}`,
    })),
  );
  const pages: EntriesPage[] = [];
  const found = await during(`escalation:${id}`, async () => {
    let page: EntriesPage = (await get('imsa', `/cases/${id}`)).body;
    pages.push(page);
    while (page.olderEntries) {
      page = (await older('imsa', id, page.olderEntries)).body;
      pages.push(page);
    }
  });
  const inOrder: string[] = await desk.knex
    .from('entry')
    .where({ escalation_id: id })
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .pluck('id');
  expect(pages.map(({ entries }) => entries.length)).toEqual([
    200,
    100,
    inOrder.length - 300,
  ]);
  expect(pages.flatMap(({ entries }) => entries).map(one => one.id)).toEqual(
    inOrder,
  );
  const texts = pages.at(-1)?.entries.map(({ text }) => text);
  expect(texts).toContain('CANARY-first');
  expect(found).toEqual(pages.map(() => read('imsa', 'read')));
});

test('a document that is read is named, with the version that was', async () => {
  const id = await desk.raise('imsa');
  await desk.move('senior', id, 'accept');
  const templateId = 'homelessness-review-england';
  await desk.move('senior', id, 'write-document', {
    templateId,
    title: 'CANARY-title',
    body: 'CANARY-body',
  });
  const { id: documentId } = await desk.knex
    .from('document')
    .where({ escalation_id: id })
    .first('id');
  const found = await during(`escalation:${id}`, async () => {
    const path = `/cases/${id}/documents/${documentId}`;
    expect((await get('imsa', path)).text).toContain('CANARY-body');
    expect((await get('otherImsa', path)).status).toBe(404);
  });
  expect(found).toEqual([
    read('imsa', 'document-read', `${templateId} version 1`),
  ]);
});

test('the review of what ends is a reading, of those who may review', async () => {
  const found = await during('escalations:retention', async () => {
    expect((await get('manager', '/retention')).status).toBe(200);
    expect((await get('senior', '/retention')).status).toBe(403);
  });
  expect(found).toEqual([read('manager', 'retention-read')]);
});

test('a request to go on without agreement is read by who is shown it', async () => {
  const draftId = await desk.draft('senior', {
    consent: 'not-given',
    consentOverride: 'CANARY-risk to life',
    organisation: HARBOUR,
  });
  const { body } = await get('senior', `/drafts/${draftId}`);
  await desk.send('senior', 'post', `/drafts/${draftId}/ask-consent-decision`, {
    version: body.version,
  });
  const found = await during(`escalation-draft:${draftId}`, async () => {
    const { text } = await get('second', '/consent-requests');
    expect(text).toContain('CANARY-risk to life');
    // Their own, about their employer, and nothing of theirs.
    await get('senior', '/consent-requests');
    await get('conflictedManager', '/consent-requests');
    await get('imsa', '/consent-requests');
  });
  expect(found).toEqual([read('second', 'consent-request-read')]);
});
