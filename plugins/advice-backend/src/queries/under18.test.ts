import {
  ChildrenContactsSchema,
  UNDER_18_MESSAGE,
} from '@imsa-hub/advice-common';
import { NATIONS } from '@imsa-hub/core';
import { anAdviceLine, type AdviceLine } from '../testing/anAdviceLine';
import { aQuestion } from '../testing/aQuery';

let line: AdviceLine;
beforeAll(async () => {
  line = await anAdviceLine();
});
afterAll(() => line.destroy());

const CHANNELS = [
  ['a question in the console', 'imsa', '/queries', {}],
  [
    'a logged call',
    'coordinator',
    '/queries/log-call',
    { askerKind: 'survivor' },
  ],
] as const;

const bodyOf = (more: object) => {
  const { askerKind, aboutService, ...asked } = aQuestion();
  return { ...asked, ...more };
};
const stored = async () => {
  const counts = ['query', 'sealed_case', 'ledger_outbox'].map(table =>
    line.knex.from(table).count('* as rows').first(),
  );
  return (await Promise.all(counts)).map(row => Number(row?.rows));
};

test.each(CHANNELS)(
  '%s about somebody under 18 is refused, and nothing of it is stored',
  async (_, who, path, more) => {
    const before = await stored();
    const child = await line.send(who, 'post', path, {
      ...bodyOf(more),
      under18: 'yes',
    });
    expect(child.status).toBe(400);
    expect(child.body.fieldErrors).toEqual([
      { field: 'body.under18', message: UNDER_18_MESSAGE },
    ]);
    expect(await stored()).toEqual(before);
  },
);

test.each(CHANNELS)('%s has to say it', async (_, who, path, more) => {
  const silent = await line.send(who, 'post', path, bodyOf(more));
  expect(silent.status).toBe(400);
  expect(silent.body.fieldErrors).toMatchObject([{ field: 'body.under18' }]);
  for (const under18 of ['no', 'not-known']) {
    const body = { ...bodyOf(more), under18 };
    const answer = await line.send(who, 'post', path, body);
    expect(answer.status).toBe(201);
    // It is asked and not kept.
    const row = await line.row(answer.body.id);
    expect(JSON.stringify(row)).not.toMatch(/under.?18/i);
  }
});

test('who to turn to is said for each nation, to whoever may ask', async () => {
  const answer = await line.send('imsa', 'get', '/choices/children');
  const contacts = ChildrenContactsSchema.parse(answer.body);
  for (const nation of NATIONS) {
    expect(contacts.nations[nation].contacts.length).toBeGreaterThan(0);
  }
  expect(contacts.everywhere).toContainEqual(
    expect.objectContaining({ name: 'Childline', phone: '0800 1111' }),
  );
  expect((await line.send('board', 'get', '/choices/children')).status).toBe(
    403,
  );
});
