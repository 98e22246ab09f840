import { newId } from '@imsa-hub/core';
import type {
  CoreAnswers,
  EscalationRecord,
} from '@imsa-hub/escalations-common';
import { HARBOUR } from '@imsa-hub/testing';
import { aDesk, ANSWERS, type Desk } from '../testing/aDesk';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => desk?.destroy());

const mend = (name: 'imsa' | 'harbourImsa', id: string) =>
  desk.send(name, 'post', `/cases/${id}/mend`);
async function returned(
  name: 'imsa' | 'harbourImsa' = 'imsa',
  answers: Record<string, unknown> = {},
): Promise<string> {
  const id = await desk.raise(name, answers);
  await desk.move('senior', id, 'return', { reason: 'CANARY-why Say more' });
  return id;
}

test('what was returned is mended with all that was answered, and the reason', async () => {
  const id = await returned();
  const list = await desk.send('imsa', 'get', '/drafts');
  expect(list.body.toMend).toEqual([
    expect.objectContaining({ id, caseReference: 'NG-0412' }),
  ]);
  const begun = await mend('imsa', id);
  const { body } = await desk.send('imsa', 'get', `/drafts/${begun.body.id}`);
  expect(body).toMatchObject({
    escalationId: id,
    returnedFor: 'CANARY-why Say more',
    answers: ANSWERS,
    problems: [],
  });
  const after = await desk.send('imsa', 'get', '/drafts');
  expect([after.body.toMend, after.body.drafts[0].returned]).toEqual([
    [],
    true,
  ]);

  await desk.send('imsa', 'put', `/drafts/${begun.body.id}/page`, {
    version: 1,
    page: 'ask',
    answers: { askedOfHub: 'More of it' },
  });
  const again = await desk.send(
    'imsa',
    'post',
    `/drafts/${begun.body.id}/submit`,
    { version: 2 },
  );
  expect([again.status, again.body.id]).toEqual([200, id]);
  const twice = await desk.send(
    'imsa',
    'post',
    `/drafts/${begun.body.id}/submit`,
    { version: 2 },
  );
  expect(twice.body).toEqual(again.body);
  const record = await desk.send('senior', 'get', `/cases/${id}`);
  expect(record.body).toMatchObject({
    status: 'raised',
    askedOfHub: 'More of it',
    returnedFor: null,
    submission: { number: 2 },
  });
  // Nothing that was there before is there twice.
  expect([
    record.body.encounters.length,
    record.body.legalRequests.length,
    record.body.statements.length,
    record.body.limits.length,
  ]).toEqual([1, 1, 3, 1]);
});

test('two clicks begin one draft', async () => {
  const id = await returned();
  const both = await Promise.all([mend('imsa', id), mend('imsa', id)]);
  expect(both[0]?.body.id).toBe(both[1]?.body.id);
});

test('only whoever raised it, and only while it is returned', async () => {
  const id = await returned();
  const missing = newId();
  const masked = (text: string) => text.replace(/"requestId":"\w+"/, '');
  for (const name of [
    'otherImsa',
    'harbourImsa',
    'officer',
    'supervisor',
    'board',
    'analyst',
    'admin',
  ] as const) {
    const there = await desk.send(name, 'post', `/cases/${id}/mend`);
    const never = await desk.send(name, 'post', `/cases/${missing}/mend`);
    expect([name, masked(there.text)]).toEqual([name, masked(never.text)]);
  }
  for (const name of ['manager', 'senior'] as const) {
    const refused = await desk.send(name, 'post', `/cases/${id}/mend`);
    expect([name, refused.status]).toEqual([name, 409]);
  }
  const raised = await desk.raise('imsa');
  expect((await mend('imsa', raised)).status).toBe(409);
});

test('what came to the case since is not taken back by mending it', async () => {
  const id = await returned();
  await desk.move('imsa', id, 'record-choice', {
    kind: 'choice',
    saidOn: '2026-11-25',
    text: 'She wants to move after all.',
  });
  await desk.move('imsa', id, 'add-encounter', {
    date: '2026-11-25',
    interpreter: 'used',
  });
  const begun = await mend('imsa', id);
  const { body } = await desk.send('imsa', 'get', `/drafts/${begun.body.id}`);
  expect(body.answers.choice).toBe('She wants to move after all.');
  expect(body.answers.encounters).toHaveLength(2);
});

test('what was said is told apart from what came with the case, and days are written as people say them', async () => {
  const id = await desk.raise('imsa');
  await desk.move('senior', id, 'accept');
  await desk.move('imsa', id, 'record-choice', {
    kind: 'choice',
    saidOn: '2026-11-25',
    text: 'She wants to move after all.',
  });
  await desk.move('imsa', id, 'add-event', {
    ruleId: 'homelessness-review-england',
    date: '2026-11-20',
  });
  const { body } = await desk.send('imsa', 'get', `/cases/${id}`);
  const said = body.statements.map(
    (item: { kind: string; version: number; asBrought: boolean }) =>
      `${item.kind} ${item.version} ${item.asBrought}`,
  );
  expect(said).toEqual(
    expect.arrayContaining(['choice 2 false', 'choice 1 true']),
  );
  expect(body.entries[0].summary).toBe(
    'Added an event: Told of the homelessness decision, Friday 20 November 2026',
  );
});

test('a raiser who sees only what they wrote mends that', async () => {
  const id = await returned('harbourImsa', { organisation: HARBOUR });
  const begun = await mend('harbourImsa', id);
  const { body } = await desk.send(
    'harbourImsa',
    'get',
    `/drafts/${begun.body.id}`,
  );
  expect(body.answers).toMatchObject({ ...ANSWERS, organisation: HARBOUR });
});

test('a part of the country is in its nation', async () => {
  const begun = await desk.send('imsa', 'post', '/drafts', {
    requestKey: newId(),
  });
  const save = (answers: object) =>
    desk.send('imsa', 'put', `/drafts/${begun.body.id}/page`, {
      version: 1,
      page: 'place',
      answers,
    });
  for (const [nation, region] of [
    ['scotland', 'london'],
    ['england', 'wales'],
    ['wales', 'scotland'],
  ]) {
    const refused = await save({ nation, region });
    expect(refused.body.fieldErrors).toEqual([
      {
        field: 'body.answers.region',
        message: 'Choose a part of the country that is in this nation',
      },
    ]);
  }
  expect((await save({ nation: 'wales', region: 'wales' })).status).toBe(200);
});

test('limits are worked out while events are written down', async () => {
  const { body } = await desk.send('imsa', 'post', '/limits', {
    nation: 'england',
    events: ANSWERS.events,
  });
  expect(body.limits).toEqual([
    expect.objectContaining({
      limit: '2026-12-10',
      working: expect.arrayContaining([expect.stringContaining('21 days')]),
    }),
  ]);
  const unknown = await desk.send('imsa', 'post', '/limits', {
    nation: 'england',
    events: [{ ruleId: 'nothing-such', date: '2026-11-20' }],
  });
  expect(unknown.status).toBeLessThan(500);
});

describe('mending makes the record what was submitted', () => {
  const see = async (id: string): Promise<EscalationRecord> =>
    (await desk.send('senior', 'get', `/cases/${id}`)).body;
  const DRAFT = async (draftId: string) =>
    (await desk.send('imsa', 'get', `/drafts/${draftId}`)).body;

  /** Begins to mend a case, with what is done to it meanwhile. */
  async function mended(
    id: string,
    change: (answers: CoreAnswers) => Record<string, unknown>,
    meanwhile: () => Promise<unknown> = async () => undefined,
  ) {
    const { body: begun } = await mend('imsa', id);
    const { answers } = await DRAFT(begun.id);
    await meanwhile();
    for (const [field, value] of Object.entries(change(answers))) {
      const { version, pages } = await DRAFT(begun.id);
      const page = pages.find((one: { fields: Array<{ name: string }> }) =>
        one.fields.some(({ name }) => name === field),
      );
      const saved = await desk.send('imsa', 'put', `/drafts/${begun.id}/page`, {
        version,
        page: page.id,
        answers: { [field]: value },
      });
      if (saved.status !== 200) throw new Error(saved.text);
    }
    const { version } = await DRAFT(begun.id);
    const raised = await desk.send(
      'imsa',
      'post',
      `/drafts/${begun.id}/submit`,
      { version },
    );
    if (raised.status !== 200) throw new Error(raised.text);
    return see(id);
  }
  const told = (record: EscalationRecord, summary: string) =>
    record.entries.find(entry => entry.summary?.startsWith(summary));

  test('a changed date of an event is no second event', async () => {
    const id = await returned();
    const record = await mended(id, ({ events }) => ({
      events: [{ ...events[0], date: '2026-11-24' }],
    }));
    expect(record.events).toMatchObject([
      { id: '0', date: '2026-11-24', struck: false },
    ]);
    expect(record.limits.map(({ limit }) => limit)).toEqual(['2026-12-14']);
    expect(record.nextLimit?.date).toBe('2026-12-14');
    expect(told(record, 'Corrected when it was raised again')).toMatchObject({
      kind: 'event',
      before: expect.stringContaining('20 November 2026'),
      text: expect.stringContaining('24 November 2026'),
    });
  });

  test('an event that is taken away is struck out, and one that is added is there', async () => {
    const id = await returned();
    const record = await mended(id, () => ({
      events: [
        { ruleId: 'benefit-mandatory-reconsideration', date: '2026-11-05' },
      ],
    }));
    expect(record.events).toMatchObject([
      { id: '0', struck: true },
      { id: '1', ruleId: 'benefit-mandatory-reconsideration', struck: false },
    ]);
    expect(record.limits).toHaveLength(1);
    expect(
      told(record, 'Struck out when it was raised again')?.before,
    ).toContain('homelessness');
  });

  test('day and sender of a request that were changed are changed', async () => {
    const id = await returned();
    const record = await mended(id, ({ legalRequests }) => ({
      legalRequests: [
        { ...legalRequests[0], due: '2026-12-09', from: 'The Crown Court' },
      ],
    }));
    expect(record.legalRequests).toMatchObject([
      { id: '0', due: '2026-12-09', from: 'The Crown Court' },
    ]);
    expect(
      told(record, 'Corrected when it was raised again')?.before,
    ).toContain('CANARY-from The court');
  });

  test('a note, and a second meeting on the same day, are kept', async () => {
    const id = await returned();
    const record = await mended(id, ({ encounters }) => ({
      encounters: [
        { ...encounters[0], note: 'She was tired' },
        { date: '2026-11-20', interpreter: 'used', note: 'In the evening' },
      ],
    }));
    expect(
      record.encounters.map(({ id: place, note }) => [place, note]).sort(),
    ).toEqual([
      ['0', 'She was tired'],
      ['1', 'In the evening'],
    ]);
  });

  test('what was submitted is what the record says, also a second time', async () => {
    const id = await returned();
    await mended(id, ({ events }) => ({
      events: [
        { ...events[0], date: '2026-11-21' },
        { ruleId: 'homelessness-review-england', date: '2026-11-21' },
      ],
    }));
    await desk.move('senior', id, 'return', { reason: 'Once more' });
    const record = await mended(id, ({ events }) => ({
      events: [{ ...events[1], date: '2026-11-22' }],
    }));
    expect(record.events.map(({ date, struck }) => [date, struck])).toEqual([
      ['2026-11-21', true],
      ['2026-11-22', false],
    ]);
    const page = record.submission.pages.find(one => one.page === 'events');
    expect(page?.answers[0]?.text).toContain('22 November 2026');
    expect(page?.answers[0]?.text).not.toContain('21 November 2026');
  });

  test('what others did to the case meanwhile stays', async () => {
    const id = await returned();
    const record = await mended(
      id,
      () => ({ askedOfHub: 'More of it' }),
      async () => {
        await desk.move('imsa', id, 'add-event', {
          ruleId: 'benefit-mandatory-reconsideration',
          date: '2026-11-10',
        });
        await desk.move('imsa', id, 'correct-event', {
          eventId: '0',
          what: 'change',
          ruleId: 'homelessness-review-england',
          date: '2026-11-23',
          reason: 'The letter came later',
        });
        await desk.move('imsa', id, 'answer-request', {
          requestId: '0',
          answeredOn: '2026-11-24',
          answer: 'Told the court',
        });
        await desk.move('imsa', id, 'record-choice', {
          kind: 'choice',
          saidOn: '2026-11-25',
          text: 'She wants to move after all.',
        });
        await desk.move('imsa', id, 'record-consent', {
          consent: 'not-given',
          saidOn: '2026-11-25',
          reason: 'She does not want it any more',
        });
        await desk.move('manager', id, 'set-organisation', {
          organisationId: HARBOUR,
          reason: 'It is about them',
        });
      },
    );
    expect(record.askedOfHub).toBe('More of it');
    expect(record.events.map(({ date }) => date)).toEqual([
      '2026-11-23',
      '2026-11-10',
    ]);
    expect(record.legalRequests[0]?.answered?.text).toBe('Told the court');
    expect(
      record.statements.filter(({ kind }) => kind === 'choice')[0]?.text,
    ).toBe('She wants to move after all.');
    expect(record.consent).toBe('not-given');
    // Else whoever works there could see it by an older draft.
    expect(record.subjectOrganisation?.id).toBe(HARBOUR);
  });

  test('a request that was answered stays so when its day is mended', async () => {
    const id = await returned();
    const record = await mended(
      id,
      ({ legalRequests }) => ({
        legalRequests: [{ ...legalRequests[0], due: '2026-12-09' }],
      }),
      () =>
        desk.move('imsa', id, 'answer-request', {
          requestId: '0',
          answeredOn: '2026-11-24',
          answer: 'Told the court',
        }),
    );
    expect(record.legalRequests).toMatchObject([
      { due: '2026-12-09', answered: { text: 'Told the court' } },
    ]);
  });
});
