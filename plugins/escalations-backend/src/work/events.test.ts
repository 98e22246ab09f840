import { HARBOUR } from '@imsa-hub/testing';
import { aDesk, ANSWERS, type Desk } from '../testing/aDesk';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => desk?.destroy());

const HOUSING = 'homelessness-review-england';
const BENEFIT = 'benefit-mandatory-reconsideration';
const see = async (id: string) =>
  (await desk.send('senior', 'get', `/cases/${id}`)).body;
const limitsOf = (record: {
  limits: Array<{ ruleId: string; limit: string }>;
}) => record.limits.map(({ ruleId, limit }) => `${ruleId} ${limit}`);
const correct = (id: string, body: object) =>
  desk.move('imsa', id, 'correct-event', {
    eventId: '0',
    what: 'change',
    reason: 'CANARY-why The letter says so',
    ...body,
  });

test('a wrong date is put right: limit, board, notices and letters follow', async () => {
  const id = await desk.raise('imsa');
  await desk.move('senior', id, 'accept');
  expect(limitsOf(await see(id))).toEqual([`${HOUSING} 2026-12-10`]);
  const done = await correct(id, { ruleId: HOUSING, date: '2026-11-24' });
  expect(done.status).toBe(200);
  const record = await see(id);
  expect(limitsOf(record)).toEqual([`${HOUSING} 2026-12-14`]);
  expect(record.limits[0].working.join(' ')).toContain(
    'Tuesday 24 November 2026',
  );
  expect(record.nextLimit.date).toBe('2026-12-14');
  expect(record.events).toMatchObject([
    { id: '0', ruleId: HOUSING, date: '2026-11-24', struck: false },
  ]);
  const board = await desk.send('senior', 'get', '/board');
  expect(
    board.body.rows.find((row: { id: string }) => row.id === id).nextLimit.date,
  ).toBe('2026-12-14');
  expect(record.entries[0]).toMatchObject({
    kind: 'event',
    summary: 'Corrected an event',
    text: 'Told of the homelessness decision, Tuesday 24 November 2026\n\nWhy: CANARY-why The letter says so',
    before: 'Told of the homelessness decision, Friday 20 November 2026',
  });
  expect(await desk.toldOf(id)).toContain('senior limits');
  expect(await desk.history(id)).toContain('event-corrected');
  // What it said before is still there, beneath.
  const rows = await desk.knex
    .from('event')
    .where({ escalation_id: id })
    .orderBy('version')
    .select('place', 'version');
  expect(rows).toEqual([
    { place: 0, version: 1 },
    { place: 0, version: 2 },
  ]);
  const kept = await desk.knex
    .from('entry')
    .where({ escalation_id: id, summary: 'Corrected an event' })
    .first();
  expect(JSON.stringify(kept)).not.toContain('CANARY');
});

test('another event than was written has the limit of its own', async () => {
  const id = await desk.raise('imsa');
  await correct(id, { ruleId: BENEFIT, date: '2026-11-20' });
  expect(limitsOf(await see(id))).toEqual([`${BENEFIT} 2026-12-20`]);
});

test('an event that did not happen is struck out and presses no more', async () => {
  const id = await desk.raise('imsa', { risks: [] });
  await desk.move('senior', id, 'accept');
  await desk.move('imsa', id, 'add-event', {
    ruleId: HOUSING,
    date: '2026-11-10',
  });
  expect(await desk.row(id)).toMatchObject({
    rank: 1,
    next_limit_title: expect.any(String),
  });
  const done = await desk.move('imsa', id, 'correct-event', {
    eventId: '1',
    what: 'strike-out',
    reason: 'It was another survivor',
  });
  expect(done.status).toBe(200);
  const record = await see(id);
  expect(limitsOf(record)).toEqual([`${HOUSING} 2026-12-10`]);
  expect(record.events).toMatchObject([
    { id: '0', struck: false },
    { id: '1', date: '2026-11-10', struck: true, by: { id: desk.id('imsa') } },
  ]);
  expect(record.entries[0]).toMatchObject({
    summary: 'Struck out an event',
    text: 'Why: It was another survivor',
    before: 'Told of the homelessness decision, Tuesday 10 November 2026',
  });
  expect(await desk.row(id)).toMatchObject({ rank: 2 });
  expect(await desk.toldOf(id)).toContain('senior limits');

  const again = await desk.move('imsa', id, 'correct-event', {
    eventId: '1',
    what: 'strike-out',
    reason: 'Twice',
  });
  expect([again.status, again.body.fieldErrors]).toEqual([
    400,
    [
      {
        field: 'body.eventId',
        message: 'This event is struck out. Add it again if it did happen.',
      },
    ],
  ]);
  // The last one struck out leaves nothing to act on.
  await desk.move('imsa', id, 'correct-event', {
    eventId: '0',
    what: 'strike-out',
    reason: 'Neither did this',
  });
  expect(await desk.row(id)).toMatchObject({
    rank: 2,
    next_limit_title: null,
    next_limit_on: null,
  });
});

const future = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
test.each([
  [
    'a date still to come',
    { date: future },
    'date',
    'This day is still to come',
  ],
  [
    'a date long gone',
    { date: '0226-11-20' },
    'date',
    'Look at the year again: it is too long ago',
  ],
  [
    'a date that does not exist',
    { date: '2026-02-30' },
    'date',
    'Enter a date that exists',
  ],
  [
    'an event of no rule',
    { ruleId: 'gone' },
    'ruleId',
    'Choose what happened from the list',
  ],
  [
    'a further date before the event',
    { facts: { 'statement-of-reasons': '2026-11-01' } },
    'facts.statement-of-reasons',
    'This is before the event itself, on Thursday 5 November 2026',
  ],
  [
    'a further date that this event does not have',
    { facts: { 'conclusive-grounds-decision': '2026-11-06' } },
    'facts.conclusive-grounds-decision',
    'This date is not asked for here',
  ],
])('%s is refused wherever it is entered', async (_, wrong, field, message) => {
  const event = { ruleId: BENEFIT, date: '2026-11-05', ...wrong };
  const id = await desk.raise('imsa');
  const { version } = await desk.row(id);
  for (const refused of [
    await desk.move('imsa', id, 'add-event', event),
    await correct(id, event),
  ]) {
    expect([refused.status, refused.body.fieldErrors]).toEqual([
      400,
      [{ field: `body.${field}`, message }],
    ]);
  }
  expect(await desk.row(id)).toMatchObject({ version });
  const draftId = await desk.draft('imsa', { events: [] });
  const { body } = await desk.send('imsa', 'get', `/drafts/${draftId}`);
  const saved = await desk.send('imsa', 'put', `/drafts/${draftId}/page`, {
    version: body.version,
    page: 'events',
    answers: { events: [event] },
  });
  expect([saved.status, saved.body.fieldErrors]).toEqual([
    400,
    [{ field: `body.answers.events[0].${field}`, message }],
  ]);
});

test('what is the same, what is not there, and what has no reason is refused', async () => {
  const id = await desk.raise('imsa');
  const event = ANSWERS.events[0];
  const errors = async (body: object) => {
    const refused = await correct(id, { ...event, ...body });
    return [refused.status, refused.body.fieldErrors];
  };
  expect(await errors({})).toEqual([
    400,
    [{ field: 'body.date', message: 'This is what it says already' }],
  ]);
  expect(await errors({ eventId: '7' })).toEqual([
    400,
    [{ field: 'body.eventId', message: 'Choose an event of this case' }],
  ]);
  expect(await errors({ date: '2026-11-19', reason: '  ' })).toEqual([
    400,
    [{ field: 'body.reason', message: 'Give a reason' }],
  ]);
});

test('whoever only works on it, or may not know of it, corrects nothing', async () => {
  const id = await desk.raise('harbourImsa', { organisation: HARBOUR });
  const strike = { eventId: '0', what: 'strike-out', reason: 'No' };
  for (const [name, status] of [
    ['conflicted', 404],
    ['otherImsa', 404],
    ['second', 409],
  ] as const) {
    const { status: answered } = await desk.move(
      name,
      id,
      'correct-event',
      strike,
    );
    expect([name, answered]).toEqual([name, status]);
  }
});

describe('further dates', () => {
  const reasons = { 'statement-of-reasons': '2026-11-20' };

  test('given when it is raised move the limit and stand in the working', async () => {
    const id = await desk.raise('imsa', {
      events: [{ ruleId: BENEFIT, date: '2026-11-05', facts: reasons }],
    });
    const record = await see(id);
    expect(limitsOf(record)).toEqual([`${BENEFIT} 2026-12-19`]);
    expect(record.limits[0].working.join(' ')).toContain(
      '14 days more, to Saturday 19 December 2026',
    );
    expect(record.nextLimit.date).toBe('2026-12-19');
    expect(record.events[0].facts).toEqual([
      {
        id: 'statement-of-reasons',
        question: 'Date a written statement of reasons was given',
        date: '2026-11-20',
      },
    ]);
    const page = record.submission.pages.find(
      (one: { page: string }) => one.page === 'events',
    );
    expect(page.answers[0].text).toContain(
      'Date a written statement of reasons was given: Friday 20 November 2026',
    );
  });

  test('can be added with an event, and with a correction', async () => {
    const id = await desk.raise('imsa', { events: [] });
    await desk.move('imsa', id, 'add-event', {
      ruleId: BENEFIT,
      date: '2026-11-05',
    });
    expect(limitsOf(await see(id))).toEqual([`${BENEFIT} 2026-12-05`]);
    await correct(id, { ruleId: BENEFIT, date: '2026-11-05', facts: reasons });
    const record = await see(id);
    expect(limitsOf(record)).toEqual([`${BENEFIT} 2026-12-19`]);
    expect(record.entries[0].text).toContain('statement of reasons was given');
    expect(record.entries[0].before).not.toContain('statement of reasons');
    await desk.move('imsa', id, 'add-event', {
      ruleId: BENEFIT,
      date: '2026-11-10',
      facts: reasons,
    });
    expect(limitsOf(await see(id))).toContain(`${BENEFIT} 2026-12-24`);
  });

  test('in Scotland the Conclusive Grounds decision ends support if it is earlier', async () => {
    const ruleId = 'support-period-scotland';
    const id = await desk.raise('imsa', {
      nation: 'scotland',
      region: 'scotland',
      events: [{ ruleId, date: '2026-08-20' }],
    });
    expect(limitsOf(await see(id))).toEqual([`${ruleId} 2026-11-18`]);
    await correct(id, {
      ruleId,
      date: '2026-08-20',
      facts: { 'conclusive-grounds-decision': '2026-10-01' },
    });
    expect(limitsOf(await see(id))).toEqual([`${ruleId} 2026-10-01`]);
  });

  test('are worked out while they are written down', async () => {
    const { body } = await desk.send('imsa', 'post', '/limits', {
      nation: 'england',
      events: [{ ruleId: BENEFIT, date: '2026-11-05', facts: reasons }],
    });
    expect(limitsOf(body)).toEqual([`${BENEFIT} 2026-12-19`]);
  });
});
