import { newId } from '@imsa-hub/core';
import { aDesk, type Desk } from '../testing/aDesk';

/** What no text of a case may say unnoticed. */
const PHONE = 'Ring 07700 900123.';
const MARK = [{ label: 'a phone number', count: 1 }];
const TWO = [{ label: 'a phone number', count: 2 }];

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => desk?.destroy());

async function inProgress(answers: object = {}): Promise<string> {
  const id = await desk.raise('imsa', { ...answers });
  await desk.move('senior', id, 'accept');
  await desk.move('senior', id, 'start');
  return id;
}
const read = async (id: string) =>
  (await desk.send('senior', 'get', `/cases/${id}`)).body;

describe('the server marks every sealed text for whoever sees it', () => {
  test('what a case is raised with, within lists too', async () => {
    const id = await inProgress({
      choice: PHONE,
      encounters: [{ date: '2026-11-20', interpreter: 'used', note: PHONE }],
      legalRequests: [
        { kind: 'disclosure', received: '2026-11-19', from: PHONE },
      ],
    });
    const record = await read(id);
    expect(record.marked).toEqual([{ label: 'a phone number', count: 3 }]);
    expect(record).toMatchObject({
      encounters: [{ marked: MARK }],
      legalRequests: [{ marked: MARK }],
    });
    const choice = record.statements.find(
      ({ kind }: { kind: string }) => kind === 'choice',
    );
    expect(choice.marked).toEqual(MARK);
  });

  test.each<[string, object, string, unknown]>([
    ['note', { kind: 'note', text: PHONE }, 'entries', MARK],
    ['add-task', { title: PHONE, dueOn: '2027-01-04' }, 'tasks', MARK],
    [
      'propose-spend',
      { purpose: PHONE, amount: 500, alternativesTried: PHONE },
      'spends',
      TWO,
    ],
    [
      'check-safety',
      { subject: 'address', checked: PHONE, result: 'safe' },
      'safetyChecks',
      MARK,
    ],
    ['ask-opinion', { question: PHONE }, 'opinions', MARK],
    [
      'write-document',
      {
        templateId: 'homelessness-review-england',
        title: PHONE,
        body: 'A letter',
      },
      'documents',
      MARK,
    ],
  ])('%s', async (verb, body, where, marked) => {
    const id = await inProgress();
    const more = {
      ...(verb === 'add-task' ? { ownerId: desk.id('senior') } : {}),
      ...(verb === 'ask-opinion' ? { personId: desk.id('second') } : {}),
    };
    const done = await desk.move('senior', id, verb, { ...body, ...more });
    expect([done.status, done.text]).toEqual([200, expect.any(String)]);
    expect((await read(id))[where][0]).toMatchObject({ marked });
  });

  test('the name of a file', async () => {
    const id = await inProgress();
    await desk
      .send('senior', 'post', `/cases/${id}/files?requestKey=${newId()}`)
      .attach(
        'file',
        Buffer.from('%PDF-1.7\n%%EOF'),
        'Letter to 07700 900123.pdf',
      );
    expect((await read(id)).files).toMatchObject([{ marked: MARK }]);
  });

  test('why it waits, and what a changed fact said before', async () => {
    const id = await inProgress({ askedOfHub: PHONE });
    await desk.move('senior', id, 'wait', {
      category: 'third-party',
      reason: PHONE,
    });
    expect((await read(id)).entries[0]).toMatchObject({ marked: MARK });
    await desk.move('senior', id, 'change-fact', {
      fact: 'asked-of-hub',
      value: 'Something else',
      reason: 'It was mistyped',
    });
    expect((await read(id)).entries[0]).toMatchObject({ marked: MARK });
  });

  test('an outside specialist, and how they are reached', async () => {
    const id = await inProgress();
    const reason = 'It needs one';
    await desk.move('senior', id, 'raise-level', {
      level: 'hub-manager',
      reason,
    });
    const raised = await desk.move('manager', id, 'raise-level', {
      level: 'outside-specialist',
      reason,
      specialist: {
        who: 'Barrister, Example Chambers',
        contact: PHONE,
        mayShare: PHONE,
        survivorAgreedOn: '2026-11-20',
      },
    });
    expect([raised.status, raised.text]).toEqual([200, expect.any(String)]);
    expect((await read(id)).specialists).toMatchObject([{ marked: TWO }]);
  });

  test('why a case is to be discussed without agreement', async () => {
    const draftId = await desk.draft('imsa', {
      consent: 'not-given',
      consentOverride: PHONE,
    });
    const path = `/drafts/${draftId}`;
    const { version } = (await desk.send('imsa', 'get', path)).body;
    await desk.send('imsa', 'post', `${path}/ask-consent-decision`, {
      version,
    });
    const { body } = await desk.send('senior', 'get', '/consent-requests');
    expect(body.requests).toMatchObject([{ why: PHONE, marked: MARK }]);
  });

  test('what came of it, and nothing of it once it is destroyed', async () => {
    const id = await inProgress();
    await desk.move('senior', id, 'resolve', { reason: PHONE });
    const { areas } = await desk.row(id);
    const closed = await desk.move('senior', id, 'close', {
      outcomes: areas.map((area: string) => ({
        area,
        result: 'partly',
        why: PHONE,
      })),
    });
    expect([closed.status, closed.text]).toEqual([200, expect.any(String)]);
    const record = await read(id);
    expect(record.outcomes[0]).toMatchObject({ marked: MARK });
    await desk.knex.transaction(async trx => {
      await desk.hub.sealing.destroyCase({ trx, caseId: id });
    });
    await desk.knex
      .from('escalation')
      .where({ id })
      .update({ destroyed_at: new Date() });
    const after = await read(id);
    expect(after.outcomes[0].marked).toEqual([]);
    expect(
      after.entries.flatMap(({ marked }: { marked: unknown[] }) => marked),
    ).toEqual([]);
  });
});

describe('the case reference is stored in the clear and refuses what identifies', () => {
  const REFUSED = expect.stringContaining(
    'a Home Office or tribunal reference (line 1, from character 1): put “[Home Office reference removed]” in its place',
  );

  test('on the page of a draft', async () => {
    await expect(
      desk.draft('imsa', { caseReference: 'M1234567' }),
    ).rejects.toThrow(/a Home Office or tribunal reference/);
    const begun = await desk.send('imsa', 'post', '/drafts', {
      requestKey: newId(),
    });
    const saved = await desk.send(
      'imsa',
      'put',
      `/drafts/${begun.body.id}/page`,
      {
        version: 1,
        page: 'reference',
        answers: { caseReference: 'M1234567' },
      },
    );
    expect(saved.body.fieldErrors).toEqual([
      { field: 'body.answers.caseReference', message: REFUSED },
    ]);
  });

  test('as a changed fact', async () => {
    const id = await inProgress();
    const answer = await desk.move('senior', id, 'change-fact', {
      fact: 'case-reference',
      value: 'M1234567',
      reason: 'It was mistyped',
    });
    expect(answer.status).toBe(400);
    expect(answer.body.fieldErrors).toEqual([
      { field: 'body.value', message: REFUSED },
    ]);
    expect((await desk.row(id)).case_reference).toBe('NG-0412');
  });
});
