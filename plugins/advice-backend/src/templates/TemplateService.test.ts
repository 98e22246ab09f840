import { newId } from '@imsa-hub/core';
import {
  anAdviceLine,
  HARBOUR,
  type AdviceLine,
} from '../testing/anAdviceLine';
import { aQuery } from '../testing/aQuery';

const TEMPLATE = {
  title: 'Ask for a review',
  body: 'About {{reference}} in {{nation}}, on {{areas}}. {{adviser}}',
  nations: ['england'],
  areas: ['housing-rights'],
  kind: 'case-specific',
};

let line: AdviceLine;
beforeAll(async () => {
  line = await anAdviceLine();
});
afterAll(() => line.destroy());

async function aTemplate(part: object = {}) {
  const answer = await line.send('coordinator', 'post', '/templates', {
    ...TEMPLATE,
    ...part,
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body as { id: string; version: number };
}
const change = (id: string, body: object) =>
  line.send('coordinator', 'put', `/templates/${id}`, { ...TEMPLATE, ...body });
const versions = async (id: string) =>
  (await line.send('senior', 'get', `/templates/${id}/versions`)).body.versions;
const fill = (queryId: string, templateId: string, who: 'senior' = 'senior') =>
  line.send(who, 'post', `/queries/${queryId}/fill-template`, { templateId });

test('a change is a new version; the older ones stay as they were', async () => {
  const { id, version } = await aTemplate();
  expect(version).toBe(1);
  const changed = await change(id, { version: 1, body: 'Dear {{adviser}}' });
  expect(changed.status).toBe(200);
  expect(changed.body).toMatchObject({
    id,
    version: 2,
    body: 'Dear {{adviser}}',
    origin: 'hub',
    changedBy: 'The coordinator',
  });
  expect(await versions(id)).toMatchObject([
    { version: 2, body: 'Dear {{adviser}}' },
    { version: 1, body: TEMPLATE.body },
  ]);
  const { body } = await line.send('senior', 'get', '/templates');
  expect(
    body.templates.filter((item: { id: string }) => item.id === id),
  ).toMatchObject([{ version: 2 }]);
  expect(
    await line.hub.database
      .from('ledger_entry')
      .where({
        subject: `advice-template:${id}`,
      })
      .orderBy('seq')
      .pluck('type'),
  ).toEqual(['advice.template-added', 'advice.template-changed']);
});

test('an older version changes nothing, and is answered with the newer one', async () => {
  const { id } = await aTemplate();
  await change(id, { version: 1, body: 'Theirs' });
  const stale = await change(id, { version: 1, body: 'Mine' });
  expect(stale.status).toBe(409);
  expect(stale.body).toMatchObject({
    detail: expect.stringContaining('What you typed is kept'),
    current: { id, version: 2, body: 'Theirs' },
  });
  expect(await versions(id)).toHaveLength(2);
  // Two at once: one gets it.
  const both = await Promise.all(
    ['One', 'Two'].map(body => change(id, { version: 2, body })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await versions(id)).toHaveLength(3);
});

test('it is filled from the query in hand, with the version it is', async () => {
  const query = await aQuery(line, { status: 'in-hand' });
  const { id } = await aTemplate();
  await change(id, { version: 1 });
  const filled = await fill(query.id, id);
  expect(filled.status).toBe(200);
  expect(filled.body).toEqual({
    text: `About ${query.reference} in England, on Housing rights. The senior`,
    templateId: id,
    templateVersion: 2,
  });
});

test('it is seen filled before it is kept, from an example or a query', async () => {
  const see = (body: string, queryId: string | null) =>
    line.send('senior', 'post', '/templates/preview', { body, queryId });
  const ofAnExample = await see('About {{reference}}', null);
  expect(ofAnExample.body).toEqual({
    text: 'About ADV-7K3M9Q',
    problem: null,
  });
  const wrong = await see('Dear {{survivor}}', null);
  expect(wrong.body).toEqual({
    text: null,
    problem: expect.stringContaining('survivor'),
  });
  const query = await aQuery(line, { status: 'in-hand' });
  const read = async () =>
    (await line.ledger(query.id)).filter(type => type === 'advice.query-read');
  expect(await read()).toEqual([]);
  expect((await see('About {{reference}}', query.id)).body.text).toBe(
    `About ${query.reference}`,
  );
  // What is filled from a query shows what is in it.
  expect(await read()).toHaveLength(1);
});

test('a retired one is not filled any more, and can come back', async () => {
  const query = await aQuery(line, { status: 'in-hand' });
  const { id } = await aTemplate();
  await change(id, { version: 1, retired: true });
  expect((await fill(query.id, id)).status).toBe(404);
  expect((await versions(id))[0]).toMatchObject({ retired: true });
  await change(id, { version: 2, retired: false });
  expect((await fill(query.id, id)).status).toBe(200);
  expect((await fill(query.id, newId())).status).toBe(404);
});

test('one that cannot be filled is not taken, and says why', async () => {
  const wrong = { ...TEMPLATE, body: 'Dear {{survivor}}' };
  const answer = await line.send('coordinator', 'post', '/templates', wrong);
  expect(answer.status).toBe(400);
  expect(answer.body.fieldErrors).toMatchObject([{ field: 'body.body' }]);
  const { id } = await aTemplate();
  const changed = await change(id, { version: 1, body: 'Dear {{survivor}}' });
  expect(changed.body.fieldErrors).toMatchObject([{ field: 'body.body' }]);
  expect(await versions(id)).toHaveLength(1);
});

test('a query that is closed to the reader fills nothing', async () => {
  const hidden = await aQuery(line, {
    status: 'triaged',
    askedBy: 'second',
    subjectOrganisationId: HARBOUR,
  });
  const { id } = await aTemplate();
  const body = { templateId: id };
  const path = `/queries/${hidden.id}/fill-template`;
  const held = await line.send('conflicted', 'post', path, body);
  const missing = await line.send(
    'conflicted',
    'post',
    `/queries/${newId()}/fill-template`,
    body,
  );
  expect(held.status).toBe(404);
  expect({ ...held.body, instance: '', requestId: '' }).toEqual({
    ...missing.body,
    instance: '',
    requestId: '',
  });
});

test.each([
  ['senior', 200, 403],
  ['coordinator', 200, 201],
  ['imsa', 403, 403],
  ['board', 403, 403],
] as const)('%s reads: %i, adds: %i', async (who, reads, adds) => {
  const { id } = await aTemplate();
  const list = await line.send(who, 'get', '/templates');
  expect(list.status).toBe(reads);
  expect(list.body.mayEdit).toBe(reads === 200 ? adds === 201 : undefined);
  expect((await line.send(who, 'post', '/templates', TEMPLATE)).status).toBe(
    adds,
  );
  const changed = await line.send(who, 'put', `/templates/${id}`, {
    ...TEMPLATE,
    version: 1,
  });
  expect(changed.status).toBe(adds === 201 ? 200 : 404);
});
