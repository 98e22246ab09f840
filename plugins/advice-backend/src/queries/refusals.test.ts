import {
  anAdviceLine,
  EVERYBODY,
  HARBOUR,
  type AdviceLine,
  type Who,
} from '../testing/anAdviceLine';
import { aQuery, REPLY, TRIAGE, type QueryWish } from '../testing/aQuery';

let line: AdviceLine;
beforeAll(async () => {
  line = await anAdviceLine();
});
afterAll(() => line.destroy());

const READ = 'advice.query-read';
const shows = (answer: object) =>
  'body' in answer &&
  (answer.body as { current?: unknown })?.current !== undefined;

/**
 * A refusal changes nothing: not the row, not the history, not the ledger of
 * the query, in which only stands that the answer showed it, where it did.
 */
async function expectUntouched<T extends object>(
  id: string,
  act: () => Promise<T>,
) {
  const readings = async () =>
    (await line.ledger(id)).filter(type => type === READ).length;
  const state = async () => ({
    row: await line.row(id),
    ledger: (await line.ledger(id)).filter(type => type !== READ),
    entries: await line.knex.from('query_entry').where({ query_id: id }),
    drafts: await line.knex.from('query_draft').where({ query_id: id }),
  });
  const before = await state();
  const read = await readings();
  const answer = await act();
  expect(await state()).toEqual(before);
  expect(await readings()).toBe(read + (shows(answer) ? 1 : 0));
  return answer;
}

interface Refused {
  what: string;
  from: QueryWish;
  by: Who;
  verb: string;
  body?: object | (() => object);
  status: number;
  /** It is for who they are, and not for how the query stands. */
  who?: true;
  says?: RegExp;
  field?: string;
}

const immigration = {
  areas: ['immigration-and-asylum' as const],
};
const reason = 'A reason';
const REFUSED: Refused[] = [
  {
    what: 'a senior IMSA does not triage',
    from: {},
    by: 'senior',
    verb: 'triage',
    body: TRIAGE,
    status: 409,
    who: true,
    says: /Only the Advice and Intervention Coordinator/,
  },
  {
    what: 'an asker does not claim',
    from: { status: 'triaged' },
    by: 'imsa',
    verb: 'claim',
    status: 404,
  },
  {
    what: 'nobody claims what they asked themselves',
    from: { status: 'triaged', askedBy: 'senior' },
    by: 'senior',
    verb: 'claim',
    status: 409,
    who: true,
    says: /Only Hub advisers/,
  },
  {
    what: 'what waits for triage is not claimed',
    from: {},
    by: 'senior',
    verb: 'claim',
    status: 409,
    says: /waiting for triage, so you cannot claim it/,
  },
  {
    what: 'who does not have it does not write',
    from: { status: 'in-hand' },
    by: 'second',
    verb: 'draft',
    body: REPLY,
    status: 409,
    who: true,
    says: /Only the person who has this query/,
  },
  {
    what: 'who does not have it does not hand it over',
    from: { status: 'in-hand' },
    by: 'second',
    verb: 'hand-over',
    body: () => ({ personId: line.id('second'), reason }),
    status: 409,
    who: true,
    says: /or the coordinator/,
  },
  {
    what: 'a high-risk reply does not go out unread',
    from: { status: 'in-hand', drafted: true, highRisk: true },
    by: 'senior',
    verb: 'send',
    status: 409,
    says: /second person has to read/,
  },
  {
    what: 'nothing is sent that is not written',
    from: { status: 'in-hand' },
    by: 'senior',
    verb: 'send',
    status: 409,
    says: /Write the reply first/,
  },
  {
    what: 'nobody approves what they wrote',
    from: { status: 'with-second-reader' },
    by: 'senior',
    verb: 'approve',
    status: 409,
    who: true,
    says: /You wrote this reply/,
  },
  {
    what: 'nobody returns what they wrote',
    from: { status: 'with-second-reader' },
    by: 'senior',
    verb: 'return',
    body: { reason },
    status: 409,
    who: true,
    says: /You wrote this reply/,
  },
  {
    what: 'only the named reader approves',
    from: { status: 'with-second-reader', reader: 'second' },
    by: 'regulated',
    verb: 'approve',
    status: 409,
    who: true,
    says: /Somebody else was asked/,
  },
  {
    what: 'nobody names themselves as reader',
    from: { status: 'in-hand', drafted: true },
    by: 'senior',
    verb: 'ask-second-reader',
    body: () => ({ personId: line.id('senior') }),
    status: 400,
    field: 'body.personId',
  },
  {
    what: 'an IMSA is no second reader',
    from: { status: 'in-hand', drafted: true },
    by: 'senior',
    verb: 'ask-second-reader',
    body: () => ({ personId: line.id('otherImsa') }),
    status: 400,
    field: 'body.personId',
  },
  {
    what: 'a conflicted person is not given it, in the same words',
    from: { status: 'triaged', subjectOrganisationId: HARBOUR },
    by: 'coordinator',
    verb: 'assign',
    body: () => ({ personId: line.id('conflicted'), reason }),
    status: 400,
    field: 'body.personId',
    says: /Choose somebody else; this person cannot take it/,
  },
  {
    what: 'an IMSA is not given it, in the same words',
    from: { status: 'triaged' },
    by: 'coordinator',
    verb: 'assign',
    body: () => ({ personId: line.id('otherImsa'), reason }),
    status: 400,
    field: 'body.personId',
    says: /Choose somebody else; this person cannot take it/,
  },
  {
    what: 'who asked is not given it',
    from: { status: 'triaged', askedBy: 'second' },
    by: 'coordinator',
    verb: 'assign',
    body: () => ({ personId: line.id('second'), reason }),
    status: 400,
    field: 'body.personId',
  },
  {
    what: 'who is not regulated writes no immigration advice',
    from: { status: 'in-hand', question: immigration },
    by: 'senior',
    verb: 'draft',
    body: REPLY,
    status: 400,
    field: 'body.kind',
    says: /not recorded as regulated/,
  },
  {
    what: 'an owner who steps back says who takes over',
    from: { status: 'in-hand' },
    by: 'senior',
    verb: 'recuse',
    body: { reason },
    status: 400,
    field: 'body.handOverTo',
  },
  {
    what: 'the asker is not answered by the asker',
    from: { status: 'answered' },
    by: 'senior',
    verb: 'follow-up',
    body: { body: 'Thanks' },
    status: 409,
    who: true,
    says: /Only the person who asked/,
  },
  {
    what: 'a clock that stands is not stopped',
    from: { status: 'waiting-on-asker' },
    by: 'senior',
    verb: 'stop-clock',
    body: { category: 'safety', reason },
    status: 409,
    says: /stopped already/,
  },
  {
    what: 'a clock that runs is not restarted',
    from: { status: 'in-hand' },
    by: 'senior',
    verb: 'restart-clock',
    body: { reason },
    status: 409,
    says: /running already/,
  },
  {
    what: 'closing says what came of each area',
    from: { status: 'answered' },
    by: 'senior',
    verb: 'close',
    body: { outcomes: [{ area: 'family-law', result: 'not' }] },
    status: 400,
    field: 'body.outcomes',
  },
  {
    what: 'the tier advice names who can act on it',
    from: {},
    by: 'coordinator',
    verb: 'triage',
    body: { ...TRIAGE, tier: 'advice' },
    status: 400,
    field: 'body.professionalRole',
  },
  {
    what: 'an intervention is about one issue',
    from: {},
    by: 'coordinator',
    verb: 'triage',
    body: { ...TRIAGE, tier: 'intervention-only' },
    status: 400,
    field: 'body.issueArea',
  },
  {
    what: 'what is closed is not closed again',
    from: { status: 'closed' },
    by: 'senior',
    verb: 'close',
    body: { outcomes: [{ area: 'housing-rights', result: 'not' }] },
    status: 409,
    says: /closed, so you cannot close it/,
  },
  ...(
    [
      ['triage', 'coordinator', {}, { ...TRIAGE, reason: ' ' }],
      ['return', 'second', { status: 'with-second-reader' }, { reason: '' }],
      ['reopen', 'senior', { status: 'closed' }, { reason: '' }],
      ['second-opinion', 'imsa', { status: 'answered' }, { reason: '' }],
      [
        'stop-clock',
        'senior',
        { status: 'in-hand' },
        { category: 'safety', reason: '' },
      ],
      [
        'restart-clock',
        'senior',
        { status: 'waiting-on-asker' },
        { reason: '' },
      ],
    ] as const
  ).map(([verb, by, from, body]): Refused => ({
    what: `${verb} needs a reason`,
    from,
    by,
    verb,
    body,
    status: 400,
    field: 'body.reason',
  })),
];

test.each(REFUSED.map(item => [item.what, item] as const))(
  '%s',
  async (_what, { from, by, verb, body, status, who, says, field }) => {
    const { id } = await aQuery(line, from);
    const answer = await expectUntouched(id, () =>
      line.move(by, id, verb, typeof body === 'function' ? body() : body),
    );
    expect([answer.status, answer.text]).toEqual([status, expect.any(String)]);
    expect(answer.text).toMatch(says ?? /./);
    const errors: { field: string }[] = answer.body.fieldErrors ?? [];
    expect(errors.map(error => error.field)).toEqual(field ? [field] : []);
    // The ledger has who was refused, and not what merely could not be done.
    const method = verb === 'draft' ? 'put' : 'post';
    expect(
      await line.hubLedger(`route:${method} /queries/${id}/${verb}`),
    ).toEqual(who || status === 404 ? ['advice.refused'] : []);
  },
);

test('a stale version is refused with the newer record', async () => {
  const { id } = await aQuery(line, { status: 'in-hand' });
  const answer = await expectUntouched(id, () =>
    line.send('senior', 'post', `/queries/${id}/note`, {
      version: 1,
      body: 'Typed before I looked',
    }),
  );
  expect(answer.status).toBe(409);
  expect(answer.body.current).toMatchObject({
    id,
    status: 'in-hand',
    version: 3,
  });
});

test('who does not see it is answered as if there were nothing', async () => {
  const { id } = await aQuery(line, {
    status: 'triaged',
    askedBy: 'imsa',
    subjectOrganisationId: HARBOUR,
  });
  const never = `7${id.slice(1)}`;
  const sees: Who[] = [
    'manager',
    'coordinator',
    'senior',
    'second',
    'regulated',
  ];
  const strip = (text: string) => text.replace(/"requestId":"[^"]+"/, '');
  const hidden = strip(
    (await line.send('board', 'get', `/queries/${never}`)).text,
  );
  for (const name of EVERYBODY) {
    const there = await line.send(name, 'get', `/queries/${id}`);
    const isThere = sees.includes(name) || name === 'imsa';
    expect([name, there.status]).toEqual([name, isThere ? 200 : 404]);
    expect([name, strip(there.text) === hidden]).toEqual([name, !isThere]);
    const note = await line.move(name, id, 'note', { body: 'x' });
    expect([name, note.status < 300]).toEqual([name, sees.includes(name)]);
  }
});

test('stepping back ends sight of it, and nothing brings it back', async () => {
  const { id } = await aQuery(line, { status: 'triaged' });
  const reasoned = { reason: 'I know the family' };
  expect((await line.move('second', id, 'recuse', reasoned)).status).toBe(204);
  expect((await line.send('second', 'get', `/queries/${id}`)).status).toBe(404);
  expect((await line.move('second', id, 'claim')).status).toBe(404);
  const given = await line.move('coordinator', id, 'assign', {
    personId: line.id('second'),
    reason: 'x',
  });
  expect(given.status).toBe(400);
});

test('whoever answered gives no second opinion on it', async () => {
  const { id } = await aQuery(line, { status: 'answered' });
  await line.move('imsa', id, 'second-opinion', { reason: 'Unsure' });
  const again = await line.move('senior', id, 'claim');
  expect([again.status, again.body.detail]).toEqual([
    409,
    expect.stringContaining('somebody else has to answer'),
  ]);
  const given = await line.move('coordinator', id, 'assign', {
    personId: line.id('senior'),
    reason: 'x',
  });
  expect(given.status).toBe(400);
  expect((await line.move('second', id, 'claim')).status).toBe(200);
});

describe('the immigration gate', () => {
  const immigrationQuery = {
    question: immigration,
    holder: 'regulated',
  } as const;

  test('stands open for a signpost, and for who is regulated', async () => {
    const { id } = await aQuery(line, {
      status: 'in-hand',
      question: immigration,
    });
    const signpost = { ...REPLY, kind: 'signpost' };
    expect((await line.move('senior', id, 'draft', signpost)).status).toBe(200);
    expect((await line.move('senior', id, 'send')).status).toBe(200);
    const other = await aQuery(line, {
      ...immigrationQuery,
      status: 'answered',
    });
    expect((await line.row(other.id)).status).toBe('answered');
  });

  test('closes when the area is found after the reply was written', async () => {
    const { id } = await aQuery(line, {
      status: 'with-second-reader',
      reader: 'regulated',
    });
    await line.move('coordinator', id, 'triage', {
      ...TRIAGE,
      highRisk: true,
      areas: ['immigration-and-asylum'],
    });
    // Who reads it is regulated; who wrote it is not.
    const approved = await line.move('regulated', id, 'approve');
    expect([approved.status, approved.body.detail]).toEqual([
      409,
      expect.stringContaining('Whoever wrote this reply is not recorded'),
    ]);
  });

  test('closes for an unregulated adviser who takes over a regulated draft', async () => {
    const { id } = await aQuery(line, {
      ...immigrationQuery,
      status: 'in-hand',
      drafted: true,
    });
    await line.move('regulated', id, 'hand-over', {
      personId: line.id('senior'),
      reason: 'x',
    });
    for (const verb of ['send', 'ask-second-reader']) {
      expect((await line.move('senior', id, verb)).status).toBe(409);
    }
  });
});

test.each(['in-hand', 'with-second-reader'] as const)(
  'whoever answers a high-risk query does not take the risk away (%s)',
  async status => {
    const { id } = await aQuery(line, {
      status,
      drafted: true,
      highRisk: true,
      holder: 'coordinator',
    });
    const lower = (name: Who) => line.move(name, id, 'triage', TRIAGE);
    const refused = await expectUntouched(id, () => lower('coordinator'));
    expect([refused.status, refused.body.fieldErrors]).toMatchObject([
      400,
      [{ field: 'body.highRisk', message: expect.stringMatching(/^It stays/) }],
    ]);
    const { body } = await line.send('coordinator', 'get', `/queries/${id}`);
    expect(body.highRiskGate).toMatch(/^It stays high risk/);
    // Everything else of the triage is theirs to change.
    const rest = await line.move('coordinator', id, 'triage', {
      ...TRIAGE,
      highRisk: true,
      reason: 'Another tier',
    });
    expect(rest.status).toBe(200);

    // Nor does it help to hand it over: they wrote on the reply.
    await line.move('coordinator', id, 'hand-over', {
      personId: line.id('senior'),
      reason: 'x',
    });
    expect((await lower('coordinator')).status).toBe(400);
    expect((await line.move('senior', id, 'send')).status).toBe(409);
    expect((await lower('manager')).status).toBe(200);
    expect((await line.move('senior', id, 'send')).status).toBe(200);
  },
);

test('whoever has a high-risk query does not take the risk away before writing', async () => {
  const { id } = await aQuery(line, {
    status: 'in-hand',
    highRisk: true,
    holder: 'coordinator',
  });
  const lowered = await line.move('coordinator', id, 'triage', TRIAGE);
  expect(lowered.status).toBe(400);
});

test('whom the immigration gate holds back does not lift it', async () => {
  const { id } = await aQuery(line, {
    status: 'in-hand',
    holder: 'coordinator',
    question: immigration,
    triage: immigration,
  });
  const lift = (name: Who) => line.move(name, id, 'triage', TRIAGE);
  const refused = await expectUntouched(id, () => lift('coordinator'));
  expect([refused.status, refused.body.fieldErrors]).toMatchObject([
    400,
    [{ field: 'body.areas', message: expect.stringMatching(/stays/) }],
  ]);
  // Further areas are theirs to add, and somebody else may judge it anew.
  const more = await line.move('coordinator', id, 'triage', {
    ...TRIAGE,
    areas: ['immigration-and-asylum', 'housing-rights'],
  });
  expect(more.status).toBe(200);
  expect((await lift('manager')).status).toBe(200);
});

test.each(['closed', 'merged'] as const)(
  'one can step back from what is %s, and needs nobody to take over',
  async status => {
    const { id } = await aQuery(line, {
      status: status === 'closed' ? status : 'in-hand',
    });
    if (status === 'merged') {
      const into = await aQuery(line, { status: 'triaged' });
      await line.move('coordinator', id, 'merge', {
        intoId: into.id,
        intoVersion: 2,
        reason: 'Same',
      });
    }
    const read = () => line.send('senior', 'get', `/queries/${id}`);
    expect((await read()).body.allowedActions).toContain('recuse');
    const without = await line.move('senior', id, 'recuse', { reason: '' });
    expect(without.status).toBe(400);
    const done = await line.move('senior', id, 'recuse', {
      reason: 'I know her',
    });
    expect([done.status, done.text]).toEqual([204, '']);
    expect((await read()).status).toBe(404);
    expect(await line.row(id)).toMatchObject({ status, assignee_id: null });
    // Opened again, it is not given back to them.
    await line.move('manager', id, 'reopen', { reason: 'There is more' });
    expect((await line.row(id)).status).toBe('triaged');
    expect((await line.move('senior', id, 'claim')).status).toBe(404);
    expect((await line.move('second', id, 'claim')).status).toBe(200);
  },
);

test('a question to the asker is marked as no advice, whoever asks', async () => {
  const { id } = await aQuery(line, {
    status: 'in-hand',
    question: immigration,
  });
  const sent = await line.move('senior', id, 'ask-asker', {
    body: 'Which country?',
  });
  expect(sent.status).toBe(200);
  const entry = await line.knex
    .from('ledger_entry')
    .where({ subject: `advice-query:${id}`, type: 'advice.asker-asked' })
    .first();
  expect(entry.why).toBe('a question, not advice');
});

test('two who wrote on a reply do not read it for each other', async () => {
  const { id } = await aQuery(line, {
    status: 'in-hand',
    drafted: true,
    highRisk: true,
  });
  await line.move('senior', id, 'hand-over', {
    personId: line.id('second'),
    reason: 'On leave',
  });
  await line.move('second', id, 'draft', { ...REPLY, body: 'Ours now.' });
  const named = await line.move('second', id, 'ask-second-reader', {
    personId: line.id('senior'),
  });
  expect(named.status).toBe(400);
  await line.move('second', id, 'ask-second-reader', { personId: null });
  expect((await line.move('senior', id, 'approve')).status).toBe(409);
  expect((await line.move('regulated', id, 'approve')).status).toBe(200);
});

test('a wrong receipt code is a refusal of nobody, and stands nowhere', async () => {
  const refusals = () =>
    line.knex
      .from('ledger_entry')
      .where({ chain: 'public', type: 'advice.refused' })
      .select('actor', 'subject', 'why', 'publish');
  const receiptCode = 'WRNG-C0DE-WRNG-C0DE';
  const request = {} as never;
  const requestKey = 'k';
  expect(await refusals()).toEqual([]);
  const { publicAdvice } = line;
  for (const answer of [
    await publicAdvice.conversation({ receiptCode, request }),
    await publicAdvice.writeBack({
      receiptCode,
      body: 'x',
      requestKey,
      request,
    }),
    await publicAdvice.feedback({ receiptCode, helped: 'yes', request }),
  ]) {
    expect(answer).toBeUndefined();
  }
  const refusal = {
    actor: 'public',
    subject: 'receipt-code',
    why: 'no such receipt code',
    publish: false,
  };
  expect(await refusals()).toEqual([refusal, refusal, refusal]);
  const whole = await line.knex.from('ledger_entry').where({ chain: 'public' });
  expect(JSON.stringify(whole)).not.toMatch(/WRNG/i);
});
