import { HARBOUR, NORTHGATE, type TestPerson } from '@imsa-hub/testing';
import { aDesk, type Desk } from '../testing/aDesk';
import { createCaseRecords } from './createCaseRecords';

let desk: Desk;
const ids: Record<string, string> = {};
const refs: Record<string, string> = {};
beforeAll(async () => {
  desk = await aDesk();
  for (const [name, organisation] of [
    ['plain', undefined],
    ['own', HARBOUR],
  ] as const) {
    const id = await desk.raise(organisation ? 'harbourImsa' : 'imsa', {
      organisation,
    });
    await desk.move('senior', id, 'accept');
    ids[name] = id;
    refs[name] = (await desk.row(id)).reference;
  }
  await desk.move('senior', ids.plain ?? '', 'note', {
    kind: 'note',
    text: 'CANARY-note',
  });
  await desk.move('senior', ids.plain ?? '', 'add-task', {
    title: 'CANARY-task',
    ownerId: desk.id('senior'),
    dueOn: '2026-12-24',
  });
});
afterAll(async () => desk?.destroy());

const actor = { id: 'ada', chain: 'system' };
const question = (
  about: TestPerson,
  reader: TestPerson = about,
  organisationIds: readonly string[] = [NORTHGATE],
) => ({
  personId: desk.id(about),
  organisationIds,
  reader: desk.person(reader),
  isOwn: about === reader,
  actor,
});
const records = () => createCaseRecords(desk.services.context);
const never = async () => new Set<string>();

async function exported(...asked: Parameters<typeof question>) {
  const sections = await records().export({
    ...question(...asked),
    mayKnow: never,
  });
  expect(JSON.stringify(sections)).not.toContain('CANARY');
  return Object.fromEntries(sections.map(({ id, rows }) => [id, rows]));
}

test('an export names what somebody did, in which case and when, and no words', async () => {
  const found = await exported('senior');
  expect(found['case-parts']).toEqual([
    expect.objectContaining({
      reference: refs.plain,
      part: 'Handles it at the Hub',
      until: null,
    }),
    expect.objectContaining({ reference: refs.own }),
  ]);
  expect(found['case-tasks']).toEqual([
    { reference: refs.plain, dueOn: '2026-12-24', result: 'to be done' },
  ]);
  expect(found['case-entries']).toContainEqual({
    reference: refs.plain,
    at: expect.any(String),
    what: 'note',
  });
  expect((await exported('imsa'))['cases-raised']).toEqual([
    expect.objectContaining({
      reference: refs.plain,
      areas: ['Housing rights', 'National Referral Mechanism'],
      status: 'accepted',
    }),
  ]);
});

test('every employer somebody ever had counts, and the reader’s conflicts too', async () => {
  const employed = await exported('senior', 'senior', [NORTHGATE, HARBOUR]);
  expect(JSON.stringify(employed)).not.toContain(refs.own);
  const read = await exported('senior', 'conflictedManager');
  expect(JSON.stringify(read)).toContain(refs.plain);
  expect(JSON.stringify(read)).not.toContain(refs.own);
  // What one raised about one's own employer is one's own.
  const raised = await exported('harbourImsa', 'harbourImsa', [HARBOUR]);
  expect(JSON.stringify(raised)).toContain(refs.own);
});

test('of the ledger, only what both may know of', async () => {
  const subjects = [
    `escalation:${ids.plain}`,
    `escalation:${ids.own}`,
    'escalation-draft:x',
  ];
  const known = (...asked: Parameters<typeof question>) =>
    records().mayKnow?.(question(...asked), subjects);
  expect((await known('senior'))?.toSorted()).toEqual(subjects.toSorted());
  expect(await known('senior', 'conflictedManager')).toEqual([subjects[0]]);
});

test('erasure takes drafts and their keys, and leaves cases and the trail', async () => {
  const draftId = await desk.draft('otherImsa');
  const personId = desk.id('otherImsa');
  const chain = await desk.knex.from('ledger_entry').count('* as count');
  await records().erase?.({ personId, actor });
  await records().erase?.({ personId, actor });
  expect(await desk.knex.from('draft').where({ id: draftId })).toEqual([]);
  expect(
    await desk.knex.from('sealed_case').where({ case_id: draftId }).first(),
  ).toMatchObject({ wrapped: null });
  expect(await desk.knex.from('escalation')).toHaveLength(2);
  const after = await desk.knex.from('ledger_entry').count('* as count');
  expect(Number(after[0]?.count)).toBe(Number(chain[0]?.count) + 2);
  expect(await desk.ledger(`person:${personId}`)).toEqual([
    'escalations.drafts-erased',
    'escalations.drafts-erased',
  ]);
});
