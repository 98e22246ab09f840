import { newId } from '@imsa-hub/core';
import {
  anAdviceLine,
  HARBOUR,
  type AdviceLine,
} from '../testing/anAdviceLine';
import { aQuery, aQuestion, REPLY, TRIAGE } from '../testing/aQuery';

let line: AdviceLine;
beforeAll(async () => {
  line = await anAdviceLine();
});
afterAll(() => line.destroy());

test.each(['imsa', 'second'] as const)(
  'the asker sees what is theirs and nothing of the Hub’s: %s',
  async askedBy => {
    const { id } = await aQuery(line, {
      status: 'in-hand',
      askedBy,
      subjectOrganisationId: null,
      question: { question: 'Ring 07700 900123, says Ms Canary' },
    });
    await line.move('senior', id, 'note', { body: 'CANARY note' });
    await line.move('senior', id, 'draft', { ...REPLY, body: 'CANARY draft' });
    const { body, text } = await line.send(askedBy, 'get', `/queries/${id}`);
    expect(text).not.toContain('CANARY');
    for (const field of [
      'safeContact',
      'aboutService',
      'subjectOrganisation',
      'draft',
      'mergedHere',
    ]) {
      expect(body).not.toHaveProperty(field);
    }
    expect(body).toMatchObject({
      question: 'Ring 07700 900123, says Ms Canary',
      entries: [],
      marked: [],
      allowedActions: ['follow-up'],
    });
    const staff = await line.send('senior', 'get', `/queries/${id}`);
    expect(staff.body).toMatchObject({
      safeContact: 'CANARY safe contact',
      aboutService: 'CANARY service',
      draft: { body: 'CANARY draft' },
    });
    expect(staff.body.marked.length).toBeGreaterThan(0);
  },
);

test('a code reads the conversation and none of the rest', async () => {
  const { id, code } = await aQuery(line, {
    status: 'in-hand',
    askedBy: null,
    drafted: true,
  });
  await line.move('senior', id, 'note', { body: 'CANARY note' });
  await line.move('senior', id, 'send');
  const read = (receiptCode: string) =>
    line.publicAdvice.conversation({ receiptCode, request: {} as never });
  const conversation = await read(code.toLowerCase().replaceAll('-', ' '));
  expect(JSON.stringify(conversation)).not.toContain('CANARY');
  expect(conversation?.messages).toMatchObject([{ text: REPLY.body }]);
  expect(await read('AAAA-BBBB-CCCC-DDDD')).toBeUndefined();
  expect((await line.ledger(id)).at(-1)).toBe('advice.reply-read-by-code');
});

test('every reading is in the ledger, and only readings', async () => {
  const { id } = await aQuery(line, { status: 'triaged' });
  const before = (await line.ledger(id)).length;
  await line.send('senior', 'get', `/queries/${id}`);
  await line.send('board', 'get', `/queries/${id}`);
  await line.send('otherImsa', 'get', `/queries/${id}`);
  expect((await line.ledger(id)).slice(before)).toEqual(['advice.query-read']);
});

test('what the asker has seen is noted once, by them alone', async () => {
  const { id } = await aQuery(line, { status: 'answered' });
  const read = (name: 'imsa' | 'senior' | 'otherImsa') =>
    line.send(name, 'post', `/queries/${id}/read-reply`);
  const before = (await line.ledger(id)).length;
  const { version } = await line.row(id);
  expect((await read('senior')).status).toBe(404);
  expect((await read('otherImsa')).status).toBe(404);
  expect((await line.row(id)).asker_unread).toBe(true);
  expect((await read('imsa')).status).toBe(204);
  expect((await read('imsa')).status).toBe(204);
  expect(await line.row(id)).toMatchObject({ asker_unread: false, version });
  expect((await line.ledger(id)).slice(before)).toEqual(['advice.reply-read']);
  const entry = await line.knex
    .from('ledger_entry')
    .where({ type: 'advice.reply-read' })
    .first();
  expect(entry).toMatchObject({ actor: line.id('imsa'), publish: false });
});

test('who names their own employer is told it is done, and sees no more', async () => {
  const { id } = await aQuery(line);
  const named = await line.move('conflictedManager', id, 'triage', {
    ...TRIAGE,
    subjectOrganisationId: HARBOUR,
  });
  expect(named.status).toBe(204);
  expect(named.text).toBe('');
  expect(await line.row(id)).toMatchObject({
    status: 'triaged',
    subject_organisation_id: HARBOUR,
  });
  const after = await line.send('conflictedManager', 'get', `/queries/${id}`);
  expect(after.status).toBe(404);
  const again = await line.move('conflictedManager', id, 'triage', TRIAGE);
  expect(again.status).toBe(404);
});

test('the question is kept whole, sealed, and its organisation is checked', async () => {
  const { askerKind, aboutService, ...question } = aQuestion({
    question: 'CANARY in the clear?',
  });
  const asked = { ...question, under18: 'no' };
  const made = await line.send('imsa', 'post', '/queries', asked);
  const row = await line.row(made.body.id);
  expect(JSON.stringify(row)).not.toContain('CANARY');
  const wrong = await line.send('imsa', 'post', '/queries', {
    ...asked,
    requestKey: newId(),
    subjectOrganisationId: newId(),
  });
  expect(wrong.body.fieldErrors).toMatchObject([
    { field: 'body.subjectOrganisationId' },
  ]);
  const askAbout = async (event: { ruleId: string; date: string }) => {
    const { body } = await line.send('imsa', 'post', '/queries', {
      ...asked,
      requestKey: newId(),
      events: [event],
    });
    return body.fieldErrors;
  };
  expect(
    await askAbout({ ruleId: 'no-such-rule', date: '2026-11-20' }),
  ).toMatchObject([{ field: 'body.events[0].ruleId' }]);
  expect(
    await askAbout({
      ruleId: 'homelessness-review-england',
      date: '2126-11-20',
    }),
  ).toMatchObject([
    { field: 'body.events[0].date', message: 'This day is still to come' },
  ]);
});

test('a call gets a code where the caller wants one', async () => {
  const { aboutService, ...question } = aQuestion({ askerKind: 'survivor' });
  const call = { ...question, under18: 'no' };
  const log = (giveReceiptCode: boolean) =>
    line.send('senior', 'post', '/queries/log-call', {
      ...call,
      requestKey: newId(),
      giveReceiptCode,
    });
  const { body } = await log(true);
  const conversation = await line.publicAdvice.conversation({
    receiptCode: body.receiptCode,
    request: {} as never,
  });
  expect(conversation?.question).toBe(call.question);
  expect((await log(false)).body.receiptCode).toBeNull();
  const imsa = await line.send('imsa', 'post', '/queries/log-call', {
    ...call,
    requestKey: newId(),
  });
  expect(imsa.status).toBe(403);
});

describe('break-glass', () => {
  const REASON = 'CANARY The survivor asked me to look into it';
  const breakGlass = (name: 'manager' | 'coordinator', reference: string) =>
    line.send(name, 'post', '/break-glass', {
      reference,
      reason: REASON,
    });

  test('opens a conflicted query for an hour; those who take part are told', async () => {
    const { id, reference } = await aQuery(line, {
      status: 'in-hand',
      subjectOrganisationId: HARBOUR,
    });
    line.change('manager', { organisationIds: [HARBOUR] });
    const hidden = await line.send('manager', 'get', `/queries/${id}`);
    expect(hidden.status).toBe(404);
    expect((await breakGlass('manager', reference)).body).toEqual({ id });
    const open = await line.send('manager', 'get', `/queries/${id}`);
    expect(open.status).toBe(200);
    const [{ at, until, ...more }] = (
      await line.send('senior', 'get', `/queries/${id}`)
    ).body.openings;
    expect(more.by.id).toBe(line.id('manager'));
    expect(Date.parse(until) - Date.parse(at)).toBe(60 * 60_000);
    expect(open.body.openedByBreakGlassUntil).toBe(until);
    // Just begun: neither what it was counted from nor its end is made up.
    expect(Math.abs(Date.now() - Date.parse(at))).toBeLessThan(60_000);
    expect(await line.told(id)).toEqual(
      expect.arrayContaining([
        'senior advice.glass-broken',
        'imsa advice.glass-broken',
      ]),
    );
    await line.owner
      .withSchema('advice')
      .from('break_glass')
      .where({ query_id: id })
      .update({ until: new Date(0) });
    const shut = await line.send('manager', 'get', `/queries/${id}`);
    expect(shut.status).toBe(404);
  });

  test('opens nothing that is open to them anyhow, and tells nobody', async () => {
    const { id, reference } = await aQuery(line, { status: 'in-hand' });
    expect((await breakGlass('manager', reference)).status).toBe(404);
    expect(await line.told(id)).not.toContain('senior advice.glass-broken');
  });

  test('who opened it, and why, is shown to those who work on it', async () => {
    const { id, reference } = await aQuery(line, {
      status: 'in-hand',
      subjectOrganisationId: HARBOUR,
    });
    line.change('manager', { organisationIds: [HARBOUR] });
    const read = (name: 'senior' | 'manager' | 'imsa') =>
      line.send(name, 'get', `/queries/${id}`);
    expect((await read('senior')).body.openings).toEqual([]);
    await breakGlass('manager', reference);
    const before = (await line.ledger(id)).length;
    for (const name of ['senior', 'manager'] as const) {
      expect((await read(name)).body.openings).toMatchObject([
        {
          by: { id: line.id('manager') },
          at: expect.stringMatching(/Z$/),
          until: expect.stringMatching(/Z$/),
          reason: REASON,
        },
      ]);
    }
    const asker = await read('imsa');
    expect(asker.body).not.toHaveProperty('openings');
    expect(asker.text).not.toContain(REASON);
    // The reason is opened with the record, and so is its entry.
    expect((await line.ledger(id)).slice(before)).toEqual(
      Array(3).fill('advice.query-read'),
    );
    const stored = await line.knex.from('break_glass').where({ query_id: id });
    expect(JSON.stringify(stored)).not.toContain(REASON);
  });

  test('is the Hub Manager’s alone, and finds only what is there', async () => {
    const { reference } = await aQuery(line);
    expect((await breakGlass('coordinator', reference)).status).toBe(403);
    expect((await breakGlass('manager', 'ADV-000000')).status).toBe(404);
  });
});

test('suggestions leave out who cannot take it, without a word', async () => {
  const { id } = await aQuery(line, {
    status: 'triaged',
    askedBy: 'second',
    subjectOrganisationId: HARBOUR,
  });
  const { body } = await line.send(
    'coordinator',
    'get',
    `/queries/${id}/suggestions`,
  );
  const names = body.suggestions.map(
    (item: { person: { name: string } }) => item.person.name,
  );
  expect(names).toContain('The senior');
  expect(names).not.toContain('The conflicted');
  expect(names).not.toContain('The second');
  expect(names).not.toContain('The imsa');
  for (const { reasons } of body.suggestions) {
    expect(reasons.length).toBeGreaterThan(0);
  }
  const senior = await line.send('senior', 'get', `/queries/${id}/suggestions`);
  expect(senior.status).toBe(404);
});
