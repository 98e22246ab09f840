import {
  anAdviceLine,
  HARBOUR,
  type AdviceLine,
  type Who,
} from '../testing/anAdviceLine';
import { aQuery, type QueryWish } from '../testing/aQuery';

let line: AdviceLine;
beforeAll(async () => {
  line = await anAdviceLine();
});
afterAll(() => line.destroy());

const HOUSING = 'homelessness-review-england';
const BENEFIT = 'benefit-mandatory-reconsideration';
const OLD = { ruleId: HOUSING, date: '2026-11-20', facts: {} };
const REASONS = { 'statement-of-reasons': '2026-11-20' };
const WHY = 'CANARY-why The letter says so';

const held = (wish: QueryWish = {}) =>
  aQuery(line, {
    status: 'in-hand',
    ...wish,
    question: { events: [OLD], ...wish.question },
  });
const see = async (id: string, name: Who = 'senior') =>
  (await line.send(name, 'get', `/queries/${id}`)).body;
const limitsOf = (record: {
  limits: Array<{ ruleId: string; limit: string }>;
}) => record.limits.map(({ ruleId, limit }) => `${ruleId} ${limit}`);
const correct = (id: string, body: object, name: Who = 'senior') =>
  line.move(name, id, 'correct-event', {
    eventId: '0',
    what: 'change',
    reason: WHY,
    ...body,
  });
const strike = { what: 'strike-out' };
/** So many days before today, `YYYY-MM-DD`. */
const daysAgo = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

describe('further dates', () => {
  const event = { ruleId: BENEFIT, date: '2026-11-05', facts: REASONS };

  test('given with the question move the limit and stand in the working', async () => {
    const { id } = await held({ question: { events: [event] } });
    const record = await see(id);
    expect(limitsOf(record)).toEqual([`${BENEFIT} 2026-12-19`]);
    expect(record.limits[0].working.join(' ')).toContain(
      '14 days more, to Saturday 19 December 2026',
    );
    expect(record.nextLimit.date).toBe('2026-12-19');
    expect(record.events).toEqual([
      {
        id: '0',
        ruleId: BENEFIT,
        event: 'Universal Credit or Personal Independence Payment decision',
        date: '2026-11-05',
        facts: [
          {
            id: 'statement-of-reasons',
            question: 'Date a written statement of reasons was given',
            date: '2026-11-20',
          },
        ],
        struck: false,
        by: expect.objectContaining({ id: line.id('imsa') }),
        at: expect.any(String),
      },
    ]);
    // Whoever asked has the limit, and nothing of who recorded what.
    const asked = await see(id, 'imsa');
    expect(limitsOf(asked)).toEqual([`${BENEFIT} 2026-12-19`]);
    expect(asked).not.toHaveProperty('events');
  });

  test('count in the preview, and for whoever holds the receipt code', async () => {
    const preview = await line.send('imsa', 'post', '/limits/preview', {
      nation: 'england',
      events: [event],
    });
    expect(limitsOf(preview.body)).toEqual([`${BENEFIT} 2026-12-19`]);
    const { code } = await held({
      askedBy: null,
      question: { events: [event] },
    });
    const conversation = await line.publicAdvice.conversation({
      receiptCode: code,
      request: {} as never,
    });
    expect(conversation?.limits[0]?.limit).toBe('2026-12-19');
  });

  test.each([
    { ...event, date: '0226-11-05' },
    { ...event, date: '0000-11-05', facts: {} },
    { ...event, facts: { 'statement-of-reasons': '0002-11-20' } },
    { ...event, facts: { 'statement-of-reasons': '9999-11-20' } },
  ])('half typed are no fault of the preview: %j', async typed => {
    const { status } = await line.send('imsa', 'post', '/limits/preview', {
      nation: 'england',
      events: [typed],
    });
    expect(status).toBe(200);
  });

  test('that cannot be are refused with the question, at their field', async () => {
    const { id } = await held();
    const { body } = await line.send('imsa', 'post', '/queries', {
      ...(await asAsked(id)),
      events: [
        { ruleId: HOUSING, date: '2026-11-20' },
        { ...event, facts: { 'statement-of-reasons': '2026-11-01' } },
      ],
    });
    expect(body.fieldErrors).toEqual([
      {
        field: 'body.events[1].facts.statement-of-reasons',
        message: 'This is before the event itself, on Thursday 5 November 2026',
      },
    ]);
  });

  test('are kept through a merging, on both queries', async () => {
    const one = await aQuery(line, {
      status: 'triaged',
      question: { events: [event] },
    });
    const into = await held();
    await merge(one.id, into.id);
    const record = await see(into.id);
    expect(limitsOf(record.mergedHere[0])).toEqual([`${BENEFIT} 2026-12-19`]);
  });
});

test('a wrong date is put right: limit, queue, history and notices follow', async () => {
  const { id } = await held();
  expect(limitsOf(await see(id))).toEqual([`${HOUSING} 2026-12-10`]);
  const { version } = await line.row(id);
  const done = await correct(
    id,
    { ruleId: HOUSING, date: '2026-11-24' },
    'coordinator',
  );
  expect([done.status, done.body.version]).toEqual([200, version + 1]);
  const record = await see(id);
  expect(limitsOf(record)).toEqual([`${HOUSING} 2026-12-14`]);
  expect(record.limits[0].working.join(' ')).toContain(
    'Tuesday 24 November 2026',
  );
  expect(record.nextLimit.date).toBe('2026-12-14');
  expect(record.events).toMatchObject([
    {
      id: '0',
      date: '2026-11-24',
      struck: false,
      by: { id: line.id('coordinator') },
    },
  ]);
  expect(record.entries.at(-1)).toMatchObject({
    kind: 'move',
    summary: 'Corrected an event',
    body: `Told of the homelessness decision, Tuesday 24 November 2026\n\nIt said before: Told of the homelessness decision, Friday 20 November 2026\n\nWhy: ${WHY}`,
  });
  expect(await line.ledger(id)).toContain('advice.event-corrected');
  expect(await line.told(id)).toContain('senior advice.limits');
  // What it said before is still there, beneath; what was written is sealed.
  const rows = await line.knex
    .from('query_event')
    .where({ query_id: id })
    .orderBy('version')
    .select('place', 'version');
  expect(rows).toEqual([
    { place: 0, version: 1 },
    { place: 0, version: 2 },
  ]);
  const kept = await line.knex
    .from('query_entry')
    .where({ query_id: id, summary: 'Corrected an event' })
    .first();
  expect(JSON.stringify(kept)).not.toContain('CANARY');
  // Whoever asked reads the limit, not what the Hub said of it.
  const asked = await see(id, 'imsa');
  expect(limitsOf(asked)).toEqual([`${HOUSING} 2026-12-14`]);
  expect(JSON.stringify(asked)).not.toContain('CANARY-why');
});

test('an event that was added presses, and presses no more once it is struck out', async () => {
  const { id } = await held({ question: { events: [] } });
  const before = await line.row(id);
  expect(before).toMatchObject({ urgency_band: 'ordinary', review_on: null });
  const reason = 'They wrote so';
  const added = await line.move('senior', id, 'add-event', {
    ruleId: HOUSING,
    date: daysAgo(20),
    reason,
  });
  expect(added.status).toBe(200);
  expect(await line.row(id)).toMatchObject({
    version: before.version + 1,
    urgency_band: 'today',
    rank: expect.any(Number),
    next_limit_title: expect.any(String),
    limits_law: expect.any(String),
  });
  expect((await line.row(id)).rank).toBeLessThan(before.rank);
  // A second one has a place of its own.
  await line.move('senior', id, 'add-event', {
    ruleId: BENEFIT,
    date: daysAgo(1),
    reason,
  });
  expect((await line.row(id)).review_on).not.toBeNull();
  expect(await line.ledger(id)).toContain('advice.event-added');

  for (const eventId of ['0', '1']) {
    const done = await correct(id, { eventId, ...strike });
    expect(done.status).toBe(200);
  }
  const record = await see(id);
  expect(record.limits).toEqual([]);
  expect(record.events).toMatchObject([
    { id: '0', struck: true, by: { id: line.id('senior') } },
    { id: '1', struck: true },
  ]);
  expect(await line.row(id)).toMatchObject({
    urgency_band: before.urgency_band,
    urgency_reasons: before.urgency_reasons,
    rank: before.rank,
    review_on: null,
    next_limit_on: null,
    next_limit_title: null,
  });
  expect(await line.ledger(id)).toContain('advice.event-struck');

  const again = await correct(id, strike);
  expect([again.status, again.body.fieldErrors]).toEqual([
    400,
    [
      {
        field: 'body.eventId',
        message: 'This event is struck out. Add it again if it did happen.',
      },
    ],
  ]);
});

test('a further date is put right, and taken away', async () => {
  const { id } = await held({
    question: { events: [{ ruleId: BENEFIT, date: '2026-11-05', facts: {} }] },
  });
  const event = { ruleId: BENEFIT, date: '2026-11-05' };
  expect((await correct(id, { ...event, facts: REASONS })).status).toBe(200);
  expect(limitsOf(await see(id))).toEqual([`${BENEFIT} 2026-12-19`]);
  expect((await see(id)).entries.at(-1).body).toContain(
    'Date a written statement of reasons was given: Friday 20 November 2026\n\nIt said before',
  );
  expect((await correct(id, event)).status).toBe(200);
  expect(limitsOf(await see(id))).toEqual([`${BENEFIT} 2026-12-05`]);
});

test.each([
  [
    'a date still to come',
    { date: daysAgo(-3) },
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
  const { id } = await held();
  const { version } = await line.row(id);
  for (const refused of [
    await line.move('senior', id, 'add-event', { ...event, reason: WHY }),
    await correct(id, event),
  ]) {
    expect([refused.status, refused.body.fieldErrors]).toEqual([
      400,
      [{ field: `body.${field}`, message }],
    ]);
  }
  expect(await line.row(id)).toMatchObject({ version });
});

test('what is the same, what is not there, and what has no reason is refused', async () => {
  const { id } = await held();
  const errors = async (verb: string, body: object) => {
    const refused = await line.move('senior', id, verb, {
      ...OLD,
      reason: WHY,
      ...body,
    });
    return [refused.status, refused.body.fieldErrors];
  };
  const change = { eventId: '0', what: 'change' };
  expect(await errors('correct-event', change)).toEqual([
    400,
    [{ field: 'body.date', message: 'This is what it says already' }],
  ]);
  expect(await errors('correct-event', { ...change, eventId: '7' })).toEqual([
    400,
    [{ field: 'body.eventId', message: 'Choose an event of this query' }],
  ]);
  const noReason = [400, [{ field: 'body.reason', message: 'Give a reason' }]];
  const date = '2026-11-19';
  expect(
    await errors('correct-event', { ...change, date, reason: '  ' }),
  ).toEqual(noReason);
  expect(await errors('add-event', { date, reason: '' })).toEqual(noReason);
});

test('a version that was changed since is a conflict with the newer record', async () => {
  const { id } = await held();
  const { version } = await line.row(id);
  await line.move('senior', id, 'note', { body: 'Meanwhile' });
  for (const [verb, body] of [
    ['add-event', { ...OLD, date: '2026-11-19', reason: WHY }],
    ['correct-event', { eventId: '0', ...strike, reason: WHY }],
  ] as const) {
    const refused = await line.move('senior', id, verb, { ...body, version });
    expect([refused.status, refused.body.current.version]).toEqual([
      409,
      version + 1,
    ]);
  }
  expect(limitsOf(await see(id))).toEqual([`${HOUSING} 2026-12-10`]);
});

test('two corrections at once leave one, and a conflict', async () => {
  const { id } = await held();
  const { version } = await line.row(id);
  const answers = await Promise.all(
    ['2026-11-18', '2026-11-19'].map(date =>
      correct(id, { ruleId: HOUSING, date, version }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('only who has it, or triages, adds and corrects; never on what is closed', async () => {
  const { id } = await held();
  const conflicted = await held({
    askedBy: 'otherImsa',
    subjectOrganisationId: HARBOUR,
  });
  const closed = await held({ status: 'closed' });
  for (const [name, queryId, status] of [
    ['second', id, 409],
    ['imsa', id, 404],
    ['conflicted', conflicted.id, 404],
    ['senior', closed.id, 409],
    ['coordinator', closed.id, 409],
    ['coordinator', id, 200],
    ['manager', id, 200],
    ['senior', id, 200],
  ] as const) {
    const { version } = (await line.row(queryId)) ?? { version: 1 };
    const added = await line.move(name, queryId, 'add-event', {
      ruleId: BENEFIT,
      date: '2026-11-10',
      reason: WHY,
    });
    expect([name, added.status]).toEqual([name, status]);
    const corrected = await correct(
      queryId,
      { ruleId: HOUSING, date: dateFor(version) },
      name,
    );
    expect([name, corrected.status]).toEqual([name, status]);
  }
});

describe('on a query that was merged into another', () => {
  test('whoever triages corrects an event, and the other is worked out again', async () => {
    const one = await aQuery(line, {
      status: 'triaged',
      question: { events: [{ ...OLD, date: daysAgo(20) }] },
    });
    const into = await held({ question: { events: [] } });
    await merge(one.id, into.id);
    const before = await line.row(into.id);
    expect(before).toMatchObject({
      urgency_band: 'today',
      own_urgency_band: 'ordinary',
    });
    const refused = await correct(one.id, strike, 'senior');
    expect(refused.status).toBe(409);
    const done = await correct(one.id, strike, 'coordinator');
    expect(done.status).toBe(200);
    expect(await line.row(into.id)).toMatchObject({
      version: before.version + 1,
      urgency_band: 'ordinary',
      next_limit_on: null,
    });
    const record = await see(into.id);
    expect(record.mergedHere[0].limits).toEqual([]);
    expect(record.entries.at(-1).summary).toContain('worked out again');
    expect((await line.ledger(into.id)).slice(0, -1)).toContain(
      'advice.limits-changed',
    );
    expect(await line.told(into.id)).toContain('senior advice.limits');
  });
});

/** A day that no correction before had. */
const dateFor = (version: number) =>
  `2026-11-${String(version).padStart(2, '0')}`;

const merge = async (from: string, into: string) => {
  const merged = await line.move('coordinator', from, 'merge', {
    intoId: into,
    intoVersion: (await line.row(into)).version,
    reason: 'The same eviction',
  });
  expect(merged.status).toBe(200);
};

/** The body of a question that was asked, to ask another like it. */
async function asAsked(id: string) {
  const { question, nation, areas, safety } = await see(id);
  return {
    under18: 'no',
    question,
    nation,
    areas,
    safety,
    interpreter: 'not-needed',
    requestKey: id,
  };
}
