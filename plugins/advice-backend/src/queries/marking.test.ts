import { anAdviceLine, type AdviceLine } from '../testing/anAdviceLine';
import { HARBOUR } from '@imsa-hub/testing';
import { aQuery, REPLY, TRIAGE } from '../testing/aQuery';

/** What no text here may say unnoticed. */
const PHONE = 'Ring 07700 900123.';
const MARK = [{ label: 'a phone number', count: 1 }];

let line: AdviceLine;
beforeAll(async () => {
  line = await anAdviceLine();
});
afterAll(() => line.destroy());

const read = async (id: string, who: 'senior' | 'imsa' = 'senior') =>
  (await line.send(who, 'get', `/queries/${id}`)).body;
const newest = async (id: string) => (await read(id)).entries.at(-1);

describe('the server marks every sealed text for whoever works on it', () => {
  test('what is asked beside the question', async () => {
    const { id } = await aQuery(line, {
      question: {
        whoCanAct: PHONE,
        safeContact: PHONE,
        aboutService: PHONE,
      },
    });
    expect(await read(id)).toMatchObject({
      marked: [],
      markedBeside: {
        whoCanAct: MARK,
        safeContact: MARK,
        aboutService: MARK,
      },
    });
    expect(await read(id, 'imsa')).not.toHaveProperty('markedBeside');
  });

  test('a note, and the reason of a move', async () => {
    const { id } = await aQuery(line, { status: 'in-hand' });
    await line.move('senior', id, 'note', { body: PHONE });
    expect(await newest(id)).toMatchObject({ kind: 'note', marked: MARK });
    await line.move('senior', id, 'stop-clock', {
      category: 'waiting-on-third-party',
      reason: PHONE,
    });
    expect(await newest(id)).toMatchObject({ kind: 'move', marked: MARK });
  });

  test('a reply being written with what it rests on, and the reply sent', async () => {
    const { id } = await aQuery(line, { status: 'in-hand' });
    await line.move('senior', id, 'draft', {
      ...REPLY,
      body: PHONE,
      cites: ['As told in room 4 by 07700 900124'],
    });
    const two = [{ label: 'a phone number', count: 2 }];
    expect((await read(id)).draft).toMatchObject({ marked: two });
    await line.move('senior', id, 'send');
    expect(await newest(id)).toMatchObject({ kind: 'reply', marked: two });
    // The asker reads the reply, and is not told what the guard thinks of it.
    for (const entry of (await read(id, 'imsa')).entries) {
      expect(entry).not.toHaveProperty('marked');
    }
  });

  test('what an asker writes back, in the console and by the public page', async () => {
    const inside = await aQuery(line, { status: 'answered' });
    await line.move('imsa', inside.id, 'follow-up', { body: PHONE });
    expect(await newest(inside.id)).toMatchObject({ marked: MARK });
    const outside = await aQuery(line, { status: 'answered', askedBy: null });
    await line.publicAdvice.writeBack({
      receiptCode: outside.code,
      body: PHONE,
      requestKey: 'once',
      request: {} as never,
    });
    expect(await newest(outside.id)).toMatchObject({ marked: MARK });
  });

  test('why an outcome was what it was, and why the glass was broken', async () => {
    const { id, reference } = await aQuery(line, {
      status: 'answered',
      subjectOrganisationId: HARBOUR,
    });
    await line.move('senior', id, 'close', {
      outcomes: [{ area: 'housing-rights', result: 'achieved', why: PHONE }],
    });
    await line.send('conflictedManager', 'post', '/break-glass', {
      reference,
      reason: PHONE,
    });
    expect(await read(id)).toMatchObject({
      outcomes: [{ marked: MARK }],
      openings: [{ marked: MARK }],
    });
  });

  test('nothing in what says nothing', async () => {
    const { id } = await aQuery(line, { status: 'closed' });
    const record = await read(id);
    for (const entry of record.entries) expect(entry.marked).toEqual([]);
    expect(record.outcomes[0].marked).toEqual([]);
  });

  test('the marks say neither what nor where', async () => {
    const { id } = await aQuery(line, { status: 'in-hand' });
    await line.move('senior', id, 'note', { body: PHONE });
    const stored = await line.knex.from('query_entry').where({ query_id: id });
    const [header = ''] = String(stored.at(-1).sealed_body).split('.');
    const said = Buffer.from(header, 'base64url').toString();
    expect(said).toContain('"marks":{"phone":1}');
    expect(said).not.toContain('07700');
  });
});

describe('what is stored in the clear refuses what identifies', () => {
  test('the role of a professional', async () => {
    const { id } = await aQuery(line);
    const answer = await line.move('coordinator', id, 'triage', {
      ...TRIAGE,
      tier: 'advice',
      professionalRole: 'Housing officer, 07700 900123',
    });
    expect(answer.status).toBe(400);
    expect(answer.body.fieldErrors).toEqual([
      {
        field: 'body.professionalRole',
        message:
          'Take out what could identify somebody. This looks like it holds a phone number (line 1, from character 18): put “[phone number removed]” in its place.',
      },
    ]);
    expect(await line.row(id)).toMatchObject({ status: 'received' });
    const fine = await line.move('coordinator', id, 'triage', {
      ...TRIAGE,
      tier: 'advice',
      professionalRole: 'Housing officer',
    });
    expect(fine.status).toBe(200);
  });

  test.each([
    ['title', 'For Ms Canary Field'],
    ['body', 'Dear colleague,\n\nwrite to ada@home.example.'],
  ])('the %s of a template', async (field, text) => {
    const template = {
      title: 'A template',
      body: 'Dear colleague',
      kind: 'signpost',
      [field]: text,
    };
    const answer = await line.send(
      'coordinator',
      'post',
      '/templates',
      template,
    );
    expect(answer.status).toBe(400);
    expect(answer.body.fieldErrors).toMatchObject([
      {
        field: `body.${field}`,
        message: expect.stringContaining(' removed]” in its place'),
      },
    ]);
    expect(answer.text).not.toContain('home.example');
    expect(await line.knex.from('template').where({ title: text })).toEqual([]);
  });
});
