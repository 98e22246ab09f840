import { newId } from '@imsa-hub/core';
import type { PersonContext } from '@imsa-hub/network-node';
import { anAdviceLine, type AdviceLine } from '../testing/anAdviceLine';
import { aQuery, aQuestion, REPLY } from '../testing/aQuery';

const ROUNDS = 8;
const CLAIM_ROUNDS = 20;
const CLAIMANTS = 50;

let line: AdviceLine;
let advisers: PersonContext[];
beforeAll(async () => {
  line = await anAdviceLine();
  advisers = Array.from({ length: CLAIMANTS }, (_, index) =>
    line.join({ roles: ['senior-imsa'], displayName: `Adviser ${index + 1}` }),
  );
});
afterAll(() => line.destroy());

const rounds = Array.from({ length: ROUNDS }, (_, index) => index);

test.each(Array.from({ length: CLAIM_ROUNDS }, (_, index) => index))(
  'of fifty who claim at once one gets it, the others are told who (%d)',
  async () => {
    const { id } = await aQuery(line, { status: 'triaged' });
    const answers = await Promise.all(
      advisers.map(adviser =>
        line.sendAs(adviser, 'post', `/queries/${id}/claim`, { version: 2 }),
      ),
    );
    const won = advisers.filter((_, index) => answers[index]?.status === 200);
    expect(won).toHaveLength(1);
    const [winner] = won;
    const lost = answers.filter(({ status }) => status === 409);
    expect(lost.map(({ body }) => body.detail)).toEqual(
      Array(CLAIMANTS - 1).fill(
        `${winner?.displayName} has claimed this query.`,
      ),
    );
    expect(lost.map(({ body }) => body.current.assignee)).toEqual(
      Array(CLAIMANTS - 1).fill({
        id: winner?.id,
        name: winner?.displayName,
        trainee: false,
      }),
    );
    expect((await line.row(id)).assignee_id).toBe(winner?.id);
    const claims = (await line.ledger(id)).filter(
      type => type === 'advice.query-claimed',
    );
    expect(claims).toHaveLength(1);
    const again = await line.sendAs(
      winner ?? { entityRef: '' },
      'post',
      `/queries/${id}/claim`,
      { version: 3 },
    );
    expect(again.body.detail).toBe('You have this query already.');
  },
);

test.each(rounds)(
  'two who merge both ways at once: one is refused and nothing is lost (%d)',
  async () => {
    const [one, other] = await Promise.all([
      aQuery(line, { status: 'triaged', askedBy: 'imsa' }),
      aQuery(line, { status: 'triaged', askedBy: 'otherImsa' }),
    ]);
    const merge = (
      name: 'coordinator' | 'manager',
      from: string,
      into: string,
    ) =>
      line.send(name, 'post', `/queries/${from}/merge`, {
        version: 2,
        intoId: into,
        intoVersion: 2,
        reason: 'The same eviction',
      });
    const answers = await Promise.all([
      merge('coordinator', one.id, other.id),
      merge('manager', other.id, one.id),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const rows = await Promise.all([line.row(one.id), line.row(other.id)]);
    expect(rows.map(({ status }) => status).sort()).toEqual([
      'merged',
      'triaged',
    ]);
    const merged = rows.find(({ status }) => status === 'merged');
    const stays = rows.find(({ status }) => status === 'triaged');
    expect(merged.merged_into).toBe(stays.id);
    const { body } = await line.send('senior', 'get', `/queries/${stays.id}`);
    expect(body.mergedHere).toMatchObject([
      { id: merged.id, question: aQuestion().question },
    ]);
  },
);

test.each(rounds)(
  'a double click asks once, and another person may use the key (%d)',
  async () => {
    const requestKey = newId();
    const { askerKind, aboutService, ...question } = aQuestion({ requestKey });
    const asked = { ...question, under18: 'no' };
    const ask = (name: 'imsa' | 'otherImsa') =>
      line.send(name, 'post', '/queries', asked);
    const answers = await Promise.all([ask('imsa'), ask('imsa'), ask('imsa')]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const ids = new Set(answers.map(({ body }) => body.id));
    expect(ids.size).toBe(1);
    const foreign = await ask('otherImsa');
    expect(ids.has(foreign.body.id)).toBe(false);
    const kept = await line.knex
      .from('query')
      .whereLike('request_key', `%${requestKey}`);
    expect(kept).toHaveLength(2);
  },
);

test.each(rounds)(
  'of two who save a draft at once one is kept, the other sees it (%d)',
  async () => {
    const { id } = await aQuery(line, { status: 'in-hand' });
    const { version } = await line.row(id);
    const save = (body: string) =>
      line.send('senior', 'put', `/queries/${id}/draft`, {
        ...REPLY,
        version,
        body,
      });
    const [one, other] = await Promise.all([save('From one'), save('Another')]);
    const kept = one.status === 200 ? one : other;
    const refused = one.status === 200 ? other : one;
    expect([kept.status, refused.status]).toEqual([200, 409]);
    expect(refused.body.current.draft.body).toBe(kept.body.draft.body);
  },
);

test('a double click in the public conversation writes once', async () => {
  const { id, code } = await aQuery(line, { askedBy: null });
  const requestKey = newId();
  const write = () =>
    line.publicAdvice.writeBack({
      receiptCode: code,
      body: 'It is in Leeds',
      requestKey,
      request: {} as never,
    });
  await Promise.all([write(), write(), write()]);
  const entries = await line.knex
    .from('query_entry')
    .where({ query_id: id, kind: 'from-asker' });
  expect(entries).toHaveLength(1);
});

test('a reply that goes out while it is being merged leaves no half', async () => {
  for (const _round of rounds) {
    const { id } = await aQuery(line, { status: 'in-hand', drafted: true });
    const into = await aQuery(line, { status: 'triaged' });
    const [{ version }, { version: intoVersion }] = await Promise.all([
      line.row(id),
      line.row(into.id),
    ]);
    const answers = await Promise.all([
      line.send('senior', 'post', `/queries/${id}/send`, { version }),
      line.send('coordinator', 'post', `/queries/${id}/merge`, {
        version,
        intoId: into.id,
        intoVersion,
        reason: 'Same',
      }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const row = await line.row(id);
    const [sent] = answers;
    expect(row.status).toBe(sent.status === 200 ? 'answered' : 'merged');
  }
});
