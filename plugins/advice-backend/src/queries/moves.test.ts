import type { QueryAction } from '@imsa-hub/advice-common';
import {
  anAdviceLine,
  type AdviceLine,
  type Who,
} from '../testing/anAdviceLine';
import { aQuery, REPLY, TRIAGE, type QueryWish } from '../testing/aQuery';

let line: AdviceLine;
beforeAll(async () => {
  line = await anAdviceLine();
});
afterAll(() => line.destroy());

interface AllowedCase {
  action: QueryAction;
  from: QueryWish;
  by: Who;
  body?: object | (() => object);
  /** Where it stands afterwards. */
  to: string;
  row?: object;
  /** The history's newest line. */
  entry?: object;
  ledger: string;
  told?: string[];
}

const HOUSING = 'homelessness-review-england';
const outcomes = [{ area: 'housing-rights', result: 'partly', why: 'A room' }];
const receivedNotice = 'coordinator advice.received';

const ALLOWED: AllowedCase[] = [
  {
    action: 'triage',
    from: {},
    by: 'coordinator',
    body: {
      ...TRIAGE,
      tier: 'advice',
      professionalRole: 'housing officer',
      highRisk: true,
    },
    to: 'triaged',
    row: {
      tier: 'advice',
      high_risk: true,
      professional_role: 'housing officer',
    },
    entry: { kind: 'move', summary: 'Set the tier: Advice' },
    ledger: 'advice.query-triaged',
  },
  {
    action: 'triage',
    from: { status: 'in-hand' },
    by: 'manager',
    body: { ...TRIAGE, tier: 'intervention-only', issueArea: 'housing-rights' },
    to: 'in-hand',
    row: { tier: 'intervention-only', issue_area: 'housing-rights' },
    entry: {
      summary: 'Changed the tier from Full advocacy to Intervention only',
    },
    ledger: 'advice.query-triaged',
  },
  {
    action: 'claim',
    from: { status: 'triaged' },
    by: 'senior',
    to: 'in-hand',
    row: { assignee: 'senior' },
    entry: { summary: 'Claimed it' },
    ledger: 'advice.query-claimed',
  },
  {
    action: 'assign',
    from: { status: 'triaged' },
    by: 'coordinator',
    body: () => ({ personId: line.id('second'), reason: 'Knows Leeds' }),
    to: 'in-hand',
    row: { assignee: 'second' },
    entry: { summary: 'Gave it to The second' },
    ledger: 'advice.query-assigned',
    told: [receivedNotice, 'second advice.assigned'],
  },
  {
    action: 'hand-over',
    from: { status: 'in-hand' },
    by: 'senior',
    body: () => ({ personId: line.id('second'), reason: 'On leave' }),
    to: 'in-hand',
    row: { assignee: 'second' },
    entry: { summary: 'Handed it over to The second' },
    ledger: 'advice.query-handed-over',
    told: [receivedNotice, 'second advice.assigned'],
  },
  {
    action: 'hand-over',
    from: { status: 'waiting-on-asker' },
    by: 'senior',
    body: () => ({ personId: line.id('second'), reason: 'On leave' }),
    // It goes on waiting, and its clock goes on standing still.
    to: 'waiting-on-asker',
    row: { assignee: 'second', stopped_for: 'waiting-on-asker' },
    ledger: 'advice.query-handed-over',
  },
  {
    action: 'recuse',
    from: { status: 'in-hand' },
    by: 'senior',
    body: () => ({ handOverTo: line.id('second'), reason: 'A neighbour' }),
    to: 'in-hand',
    row: { assignee: 'second' },
    ledger: 'advice.query-stepped-back',
    told: [receivedNotice, 'second advice.assigned'],
  },
  {
    action: 'draft',
    from: { status: 'in-hand' },
    by: 'senior',
    body: REPLY,
    to: 'in-hand',
    ledger: 'advice.reply-drafted',
  },
  {
    action: 'ask-second-reader',
    from: { status: 'in-hand', drafted: true },
    by: 'senior',
    body: () => ({ personId: line.id('second') }),
    to: 'with-second-reader',
    row: { second_reader: 'second' },
    ledger: 'advice.second-reader-asked',
    told: [receivedNotice, 'second advice.to-read'],
  },
  {
    action: 'ask-second-reader',
    from: { status: 'in-hand', drafted: true },
    by: 'senior',
    body: { personId: null },
    to: 'with-second-reader',
    ledger: 'advice.second-reader-asked',
    told: [
      'conflicted advice.to-read',
      receivedNotice,
      'regulated advice.to-read',
      'second advice.to-read',
    ],
  },
  {
    action: 'approve',
    from: { status: 'with-second-reader', reader: 'second' },
    by: 'second',
    to: 'answered',
    entry: {
      kind: 'reply',
      body: 'Ask for a review.',
      cites: REPLY.cites,
      secondReader: 'second',
      by: 'senior',
    },
    ledger: 'advice.reply-sent',
    told: [receivedNotice, 'imsa advice.replied', 'senior advice.approved'],
  },
  {
    action: 'return',
    from: { status: 'with-second-reader' },
    by: 'second',
    body: { reason: 'Name the date' },
    to: 'in-hand',
    entry: { summary: 'Read the reply and asked for a change' },
    ledger: 'advice.reply-returned',
  },
  {
    action: 'send',
    from: { status: 'in-hand', drafted: true },
    by: 'senior',
    to: 'answered',
    entry: { kind: 'reply', body: 'Ask for a review.', by: 'senior' },
    ledger: 'advice.reply-sent',
    told: [receivedNotice, 'imsa advice.replied'],
  },
  {
    action: 'ask-asker',
    from: { status: 'in-hand' },
    by: 'senior',
    body: { body: 'Which council?' },
    to: 'waiting-on-asker',
    row: { stopped_for: 'waiting-on-asker' },
    entry: { kind: 'to-asker', body: 'Which council?' },
    ledger: 'advice.asker-asked',
    told: [receivedNotice, 'imsa advice.replied'],
  },
  {
    action: 'follow-up',
    from: { status: 'waiting-on-asker' },
    by: 'imsa',
    body: { body: 'Leeds' },
    to: 'in-hand',
    row: { stopped_for: null },
    entry: { kind: 'from-asker', body: 'Leeds' },
    ledger: 'advice.follow-up',
    told: [receivedNotice, 'imsa advice.replied', 'senior advice.asker-wrote'],
  },
  {
    action: 'stop-clock',
    from: { status: 'in-hand' },
    by: 'senior',
    body: { category: 'safety', reason: 'Not this week' },
    to: 'in-hand',
    row: { stopped_for: 'safety' },
    entry: { summary: 'Stopped the clock: Writing now would not be safe' },
    ledger: 'advice.clock-stopped',
  },
  {
    action: 'restart-clock',
    from: { status: 'waiting-on-asker' },
    by: 'coordinator',
    body: { reason: 'They rang' },
    to: 'in-hand',
    row: { stopped_for: null },
    entry: { summary: 'Restarted the clock' },
    ledger: 'advice.clock-restarted',
  },
  {
    action: 'second-opinion',
    from: { status: 'answered' },
    by: 'imsa',
    body: { reason: 'The date looks wrong' },
    to: 'triaged',
    row: { assignee: null },
    entry: { kind: 'from-asker', summary: 'Asked for a second opinion' },
    ledger: 'advice.second-opinion-asked',
    told: [
      'coordinator advice.received',
      'coordinator advice.second-opinion',
      'imsa advice.replied',
    ],
  },
  {
    action: 'add-event',
    from: { status: 'answered' },
    by: 'senior',
    body: { ruleId: HOUSING, date: '2026-11-20', reason: 'The letter came' },
    to: 'answered',
    row: { next_limit_title: expect.stringContaining('review') },
    entry: {
      kind: 'move',
      summary: 'Added an event',
      body: 'Told of the homelessness decision, Friday 20 November 2026\n\nWhy: The letter came',
      by: 'senior',
    },
    ledger: 'advice.event-added',
    told: [receivedNotice, 'imsa advice.replied'],
  },
  {
    action: 'correct-event',
    from: {
      question: {
        events: [{ ruleId: HOUSING, date: '2026-11-20', facts: {} }],
      },
    },
    by: 'coordinator',
    body: { eventId: '0', what: 'strike-out', reason: 'It was another one' },
    to: 'received',
    row: { next_limit_on: null, next_limit_title: null },
    entry: {
      summary: 'Struck out an event',
      body: 'It said before: Told of the homelessness decision, Friday 20 November 2026\n\nWhy: It was another one',
    },
    ledger: 'advice.event-struck',
  },
  {
    action: 'change-safety',
    from: { status: 'in-hand' },
    by: 'senior',
    body: {
      safety: {
        'nowhere-safe-tonight': 'yes',
        'contact-with-exploiter': 'no',
        'removal-eviction-or-detention': 'no',
      },
      reason: 'The asker rang',
    },
    to: 'in-hand',
    row: { urgency_band: 'today' },
    entry: {
      kind: 'move',
      summary: 'Changed the safety answers',
      body: 'Is there nowhere safe to stay tonight? Yes. It said before: No.\n\nWhy: The asker rang',
      by: 'senior',
    },
    ledger: 'advice.safety-changed',
  },
  {
    action: 'note',
    from: { status: 'triaged' },
    by: 'second',
    body: { body: 'They rang' },
    to: 'triaged',
    entry: { kind: 'note', body: 'They rang' },
    ledger: 'advice.note-added',
  },
  {
    action: 'close',
    from: { status: 'answered' },
    by: 'coordinator',
    body: { outcomes },
    to: 'closed',
    entry: { summary: 'Closed it' },
    ledger: 'advice.closed',
  },
  {
    action: 'reopen',
    from: { status: 'closed' },
    by: 'senior',
    body: { reason: 'The council refused' },
    to: 'triaged',
    row: { assignee: null },
    entry: { summary: 'Reopened it' },
    ledger: 'advice.reopened',
  },
  {
    action: 'feedback',
    from: { status: 'closed' },
    by: 'imsa',
    body: { helped: 'partly' },
    to: 'closed',
    row: { helped: 'partly' },
    ledger: 'advice.feedback',
  },
];

test.each(ALLOWED.map(item => [item.action, item.from.status, item] as const))(
  '%s from %s',
  async (
    _action,
    _from,
    { action, from, by, body, to, row, entry, ...rest },
  ) => {
    const { id } = await aQuery(line, from);
    const answer = await line.move(
      by,
      id,
      action,
      typeof body === 'function' ? body() : body,
    );
    expect([answer.status, answer.body.detail]).toEqual([
      action === 'recuse' ? 204 : 200,
      undefined,
    ]);
    const saved = await line.row(id);
    const name = (personId: string | null) =>
      personId &&
      (['senior', 'second', 'coordinator'] as const).find(
        who => line.id(who) === personId,
      );
    expect({
      ...saved,
      assignee: name(saved.assignee_id),
      second_reader: name(saved.second_reader_id),
    }).toMatchObject({ status: to, ...row });
    expect((await line.ledger(id)).at(-1)).toBe(rest.ledger);
    const record = await line.send('coordinator', 'get', `/queries/${id}`);
    const { by: writer, secondReader, ...newest } = record.body.entries.at(-1);
    expect({
      ...newest,
      by: name(writer?.id ?? null),
      secondReader: name(secondReader?.id ?? null),
    }).toMatchObject(entry ?? {});
    const heard = await line.told(id);
    expect(heard).toEqual(rest.told ?? heard);
  },
);

test('every action of the flow but link and merge is in this table', () => {
  const shown = new Set(ALLOWED.map(({ action }) => action));
  expect([...shown].sort()).toEqual(
    [
      'triage',
      'claim',
      'assign',
      'hand-over',
      'recuse',
      'draft',
      'ask-second-reader',
      'approve',
      'return',
      'send',
      'ask-asker',
      'stop-clock',
      'restart-clock',
      'follow-up',
      'second-opinion',
      'add-event',
      'correct-event',
      'change-safety',
      'note',
      'close',
      'reopen',
      'feedback',
    ].sort(),
  );
});

test('closing keeps what came of each area, and the record is read back so', async () => {
  const { id } = await aQuery(line, { status: 'answered' });
  const closed = await line.move('senior', id, 'close', { outcomes });
  expect(closed.body.outcomes).toEqual(
    outcomes.map(outcome => ({ ...outcome, marked: [] })),
  );
});

test('a reader who sends a reply back leaves the reason by the draft', async () => {
  const { id } = await aQuery(line, { status: 'with-second-reader' });
  await line.move('second', id, 'return', { reason: 'Name the date' });
  const { body } = await line.send('senior', 'get', `/queries/${id}`);
  expect(body.draft.returnedFor).toBe('Name the date');
});
