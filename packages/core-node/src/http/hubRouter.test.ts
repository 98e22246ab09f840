import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { createPermission } from '@backstage/plugin-permission-common';
import { IdSchema, newId, plainText } from '@imsa-hub/core';
import express from 'express';
import request from 'supertest';
import { z } from 'zod';
import {
  aPerson,
  listeningLogger,
  peopleOf,
} from '../__testUtils__/foundation';
import { Allowance } from '../service/allowances';
import { defineRoute, type HubRoute } from './HubRoute';
import { hubRouter, type HubRouterOptions } from './hubRouter';
import { problemHandler, requestNumbers } from './problem';

const known = newId();
const missing = newId();
const alice = aPerson({ id: newId() });
const door = createPermission({ name: 'test.use', attributes: {} });
const closed = createPermission({ name: 'test.closed', attributes: {} });

const BodySchema = z.strictObject({
  question: plainText({ max: 100, empty: 'Enter your question' }),
  nation: z.enum(['england', 'wales']).optional(),
  events: z
    .array(z.strictObject({ date: z.iso.date() }))
    .max(3)
    .optional(),
  free: z.json().optional(),
});

const opened = jest.fn<void, [string]>();

const routes: HubRoute[] = [
  defineRoute({
    method: 'post',
    path: '/queries',
    summary: 'Ask',
    door,
    scope: 'collection',
    body: BodySchema,
    bodyLimit: 5_000,
    status: 201,
    handle: async ({ body, person }) => ({ body, by: person.id }),
  }),
  defineRoute({
    method: 'get',
    path: '/queries',
    summary: 'List',
    door,
    scope: 'collection',
    query: z.strictObject({ text: z.string().optional() }),
    handle: async ({ query }) => query,
  }),
  defineRoute({
    method: 'get',
    path: '/queries/:queryId',
    summary: 'Read',
    door,
    scope: 'record',
    params: z.strictObject({ queryId: IdSchema }),
    handle: async ({ params }) => {
      if (params.queryId !== known) throw new NotFoundError('missing');
      return params;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/sealed/:queryId',
    summary: 'Read behind a closed door',
    door: closed,
    scope: 'record',
    params: z.strictObject({ queryId: IdSchema }),
    handle: async ({ params }) => params,
  }),
  defineRoute({
    method: 'get',
    path: '/own/:queryId',
    summary: 'Never of one’s own',
    door,
    scope: 'record',
    params: z.strictObject({ queryId: IdSchema }),
    handle: async () => {
      throw new NotAllowedError('Ask another Hub Manager.');
    },
  }),
  defineRoute({
    method: 'get',
    path: '/sealed',
    summary: 'List behind a closed door',
    door: closed,
    scope: 'collection',
    handle: async () => [],
  }),
  defineRoute({
    method: 'delete',
    path: '/queries/:queryId',
    summary: 'Take away',
    door: 'signed-in',
    scope: 'record',
    params: z.strictObject({ queryId: IdSchema }),
    handle: async () => undefined,
  }),
  defineRoute({
    method: 'post',
    path: '/weighty/:queryId',
    summary: 'Do what weighs most',
    door,
    scope: 'record',
    freshSignIn: true,
    params: z.strictObject({ queryId: IdSchema }),
    body: BodySchema,
    handle: async ({ params }) => {
      opened(params.queryId);
      if (params.queryId !== known) throw new NotFoundError('missing');
      return params;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/weighty-and-sealed/:queryId',
    summary: 'Do what weighs most behind a closed door',
    door: closed,
    scope: 'record',
    freshSignIn: true,
    handle: async () => undefined,
  }),
  defineRoute({
    method: 'get',
    path: '/feed',
    summary: 'Answers by itself',
    door: 'signed-in',
    scope: 'collection',
    handle: async ({ request: { res } }) => res?.type('text').send('feed'),
  }),
];

function serve(options: Partial<HubRouterOptions> = {}) {
  const refused = jest.fn(async () => undefined);
  const shown = jest.fn(async () => undefined);
  const { logger, lines } = listeningLogger();
  const app = express();
  app.use(requestNumbers());
  app.use(
    hubRouter({
      routes,
      httpAuth: mockServices.httpAuth(),
      people: peopleOf(alice).directory,
      permissions: {
        may: (_, permission) => permission.name === door.name,
        decide: () => {
          throw new Error('not asked here');
        },
      },
      actorFor: person => ({ id: person.id, chain: 'c1' }),
      limit: async () => undefined,
      signIns: { isFresh: () => true },
      refused,
      shown,
      ...options,
    }),
  );
  app.use(problemHandler({ logger }));
  const as = (entityRef: string) => ({
    authorization: mockCredentials.user.header(entityRef),
  });
  const headers = as(alice.entityRef);
  return {
    lines,
    refused,
    post: (body: unknown) =>
      request(app)
        .post('/queries')
        .set(headers)
        .send(body as object),
    postText: (text: string, type = 'application/json') =>
      request(app)
        .post('/queries')
        .set({ ...headers, 'content-type': type })
        .send(text),
    get: (path: string, given = headers) => request(app).get(path).set(given),
    delete: (path: string) => request(app).delete(path).set(headers),
    as,
    app,
  };
}

const fieldsOf = (response: request.Response) =>
  response.body.fieldErrors.map((error: { field: string }) => error.field);

describe('hubRouter', () => {
  const hub = serve();

  it('parses, calls and answers, and nothing is cached', async () => {
    const response = await hub.post({ question: '  Is it so?\r\n' });
    expect(response.status).toBe(201);
    expect(response.body).toEqual({
      body: { question: 'Is it so?' },
      by: alice.id,
    });
    expect(response.headers['cache-control']).toBe('no-store');
    const gone = await hub.delete(`/queries/${known}`);
    expect([gone.status, gone.text]).toEqual([204, '']);
  });

  it('lets a handler answer by itself', async () => {
    const response = await hub.get('/feed');
    expect([response.status, response.text]).toEqual([200, 'feed']);
    expect(hub.lines).toEqual([]);
  });

  it.each([
    ['nobody', { authorization: '' }],
    ['a bad token', { authorization: mockCredentials.user.invalidHeader() }],
    ['a service', { authorization: mockCredentials.service.header() }],
    ['someone who left', hub.as('user:default/gone')],
  ])('does not know %s', async (_, headers) => {
    const response = await hub.get(`/queries/${known}`, headers);
    expect([401, 403]).toContain(response.status);
    expect(response.body.id).toBeUndefined();
    expect(response.type).toBe('application/problem+json');
  });

  it('answers missing, forbidden, hostile and closed records alike', async () => {
    const texts = [];
    for (const path of [
      `/queries/${newId()}`,
      '/queries/1',
      '/queries/%00',
      `/queries/${known}'`,
      `/sealed/${known}`,
      `/sealed/${newId()}`,
      '/sealed/x',
    ]) {
      const { status, text, headers } = await hub.get(path);
      expect(status).toBe(404);
      const { requestId } = JSON.parse(text);
      expect(headers['x-request-id']).toBe(requestId);
      const { date: _, 'x-request-id': __, ...rest } = headers;
      texts.push(JSON.stringify(rest) + text.replaceAll(requestId, 'N'));
    }
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).not.toMatch(/sealed|queries|missing/);
  });

  it('says of a closed collection that it is closed, and records it', async () => {
    const { refused, get } = serve();
    const response = await get('/sealed');
    expect(response.status).toBe(403);
    expect(response.body.title).toBe('This is not open to you');
    expect(refused).toHaveBeenCalledTimes(1);
    expect(refused).toHaveBeenCalledWith(
      expect.objectContaining({
        asked: '/sealed',
        why: 'the role does not include this',
      }),
    );
  });

  it.each([
    ['a missing record', `/queries/${missing}`, `/queries/${missing}`],
    ['an id of no known form', '/queries/jane-doe', '/queries/:queryId'],
    ['a closed record', `/sealed/${known}`, `/sealed/${known}`],
    ['a record that the use case refuses', `/own/${known}`, `/own/${known}`],
  ])('records that %s was refused, once', async (_, path, asked) => {
    const { refused, get } = serve();
    expect([403, 404]).toContain((await get(path)).status);
    expect(refused).toHaveBeenCalledTimes(1);
    expect(refused).toHaveBeenCalledWith(
      expect.objectContaining({ person: alice, asked }),
    );
  });

  it('records the refusal before it answers', async () => {
    const { get } = serve({
      refused: async () => {
        throw new Error('the ledger cannot be written');
      },
    });
    expect((await get(`/queries/${missing}`)).status).toBe(500);
  });

  it('records no refusal of what was answered or has to be mended', async () => {
    const { refused, get, post } = serve();
    await get(`/queries/${known}`);
    await get('/queries?more=1');
    await post({ question: ' ' });
    expect(refused).not.toHaveBeenCalled();
  });

  it('reads no body behind a closed door or without a person', async () => {
    const response = await request(hub.app)
      .post('/queries')
      .set({ 'content-type': 'application/json' })
      .send('{');
    expect([401, 403]).toContain(response.status);
  });

  it.each([
    ['an unknown field', { question: 'x', more: 1 }, ['body.more']],
    [
      'several',
      { more: 1, nation: 'mars' },
      ['body.question', 'body.nation', 'body.more'],
    ],
    [
      'a field of a list',
      { question: 'x', events: [{ date: '2026-02-30' }] },
      ['body.events[0].date'],
    ],
    [
      'an unknown field in a list',
      { question: 'x', events: [{ date: '2026-02-01', x: 1 }] },
      ['body.events[0].x'],
    ],
    ['an empty field', { question: ' ' }, ['body.question']],
    ['NUL', { question: 'a\0b' }, ['body.question']],
    ['a control character', { question: 'a\u001bb' }, ['body.question']],
    [
      'NUL where any value goes',
      { question: 'x', free: { a: ['\0'] } },
      ['body.free.a.0'],
    ],
    ['NUL in a key', { question: 'x', free: { 'a\0': 1 } }, ['body.free']],
    ['constructor', { question: 'x', free: { constructor: 1 } }, ['body.free']],
    ['a list', [], ['body']],
  ])('names %s', async (_, body, fields) => {
    const response = await hub.post(body);
    expect(response.status).toBe(400);
    expect(response.type).toBe('application/problem+json');
    expect(fieldsOf(response).sort()).toEqual([...fields].sort());
    expect(response.body.error.name).toBe('InputError');
    expect(response.body.response).toEqual({ statusCode: 400 });
  });

  it.each([
    ['a lone surrogate', '{"question":"\\ud800"}', ['body.question']],
    ['__proto__', '{"question":"x","__proto__":{"nation":"wales"}}', ['body']],
    [
      'deep __proto__',
      '{"question":"x","free":{"__proto__":1}}',
      ['body.free'],
    ],
    [
      'deep nesting',
      `{"question":"x","free":${'['.repeat(2_000)}${']'.repeat(2_000)}}`,
      [`body.free${'.0'.repeat(12)}`],
    ],
  ])('refuses %s', async (_, text, fields) => {
    const response = await hub.postText(text);
    expect(response.status).toBe(400);
    expect(fieldsOf(response)).toEqual(fields);
  });

  it.each([
    ['unfinished', '{"question":'],
    ['a bare word', 'canary'],
    ['a number', '12'],
    ['two at once', '{} {}'],
  ])('answers 400 to JSON that is %s', async (_, text) => {
    const response = await hub.postText(text);
    expect(response.status).toBe(400);
    expect(response.body.error.name).toBe('InputError');
  });

  it.each([
    ['a form', 'question=x', 'application/x-www-form-urlencoded'],
    ['plain text', '{"question":"x"}', 'text/plain'],
    ['another charset', '{"question":"x"}', 'application/json; charset=x-odd'],
  ])('answers 415 to %s', async (_, text, type) => {
    const response = await hub.postText(text, type);
    expect(response.status).toBe(415);
    expect(response.body.title).toBe('This kind of content is not taken here');
  });

  it('answers 413 to a body over the limit of the route', async () => {
    const response = await hub.post({ question: 'x'.repeat(5_001) });
    expect(response.status).toBe(413);
    expect(response.body.error.name).toBe('PayloadTooLargeError');
  });

  it.each([
    ['an unknown field', '?more=1', 'query.more'],
    ['NUL', '?text=%00', 'query.text'],
    ['a list for a text', '?text=a&text=b', 'query.text'],
    ['an object for a text', '?text[a]=b', 'query.text'],
    ['constructor', '?constructor=1', 'query'],
  ])('refuses %s in the query', async (_, query, field) => {
    const response = await hub.get(`/queries${query}`);
    expect(response.status).toBe(400);
    expect(fieldsOf(response)).toEqual([field]);
  });

  it('refuses a body and a query where none is stated', async () => {
    const response = await request(hub.app)
      .delete(`/queries/${known}?force=1`)
      .set(hub.as(alice.entityRef));
    expect(fieldsOf(response)).toEqual(['query.force']);
    const withBody = await request(hub.app)
      .delete(`/queries/${known}`)
      .set(hub.as(alice.entityRef))
      .send({ force: true });
    expect(fieldsOf(withBody)).toEqual(['body.force']);
  });

  it('brakes, and says how long to wait', async () => {
    const allowance = new Allowance(2);
    const braked = serve({ limit: person => allowance.take(person.id) });
    const statuses = [];
    for (let index = 0; index < 3; index += 1) {
      statuses.push((await braked.get(`/queries/${known}`)).status);
    }
    expect(statuses).toEqual([200, 200, 429]);
    const response = await braked.get(`/queries/${known}`);
    expect(response.headers['retry-after']).toBe('60');
    expect(response.body.detail).toContain('Wait a minute');
    expect(braked.refused).not.toHaveBeenCalled();
  });

  it('allows each person their own', async () => {
    const allowance = new Allowance(1);
    await allowance.take('alice');
    await allowance.take('bob');
    await expect(allowance.take('alice')).rejects.toMatchObject({
      status: 429,
    });
  });
});

describe('what weighs most', () => {
  beforeEach(() => opened.mockReset());
  const old = { signIns: { isFresh: () => false } };
  const ask = ({ app, as }: ReturnType<typeof serve>, path: string) =>
    request(app).post(path).set(as(alice.entityRef)).send({ question: 'x' });

  it('is done after a fresh sign-in', async () => {
    const hub = serve();
    expect((await ask(hub, `/weighty/${known}`)).status).toBe(200);
    expect((await ask(hub, `/weighty/${missing}`)).status).toBe(404);
  });

  it('asks for a new sign-in after an old one, before anything is looked at', async () => {
    const hub = serve(old);
    const answers = [];
    for (const path of [
      `/weighty/${known}`,
      `/weighty/${missing}`,
      '/weighty/no-id',
    ]) {
      const { status, type, text, headers } = await ask(hub, path);
      expect([status, type]).toEqual([403, 'application/problem+json']);
      const { date: _, 'x-request-id': id, ...rest } = headers;
      answers.push(JSON.stringify(rest) + text.replaceAll(String(id), 'N'));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('"type":"urn:imsa-hub:problem:sign-in-again"');
    expect(opened).not.toHaveBeenCalled();
    const bad = await hub.postText('{', 'application/json');
    expect(bad.body.type).toBe('about:blank');
  });

  it('records that as a refusal, once', async () => {
    const hub = serve(old);
    await ask(hub, `/weighty/${known}`);
    expect(hub.refused.mock.calls).toEqual([
      [
        expect.objectContaining({
          person: alice,
          asked: `/weighty/${known}`,
          why: 'the sign-in is not fresh',
        }),
      ],
    ]);
  });

  it('stays closed to whoever it is closed to, without a word of signing in', async () => {
    const [fresh, stale] = [serve(), serve(old)];
    const path = `/weighty-and-sealed/${known}`;
    expect((await ask(fresh, path)).status).toBe(404);
    expect((await ask(stale, path)).status).toBe(404);
    expect(stale.refused.mock.calls).toEqual([
      [expect.objectContaining({ why: 'the role does not include this' })],
    ]);
  });

  it('asks it of nothing else', async () => {
    const hub = serve(old);
    expect((await hub.post({ question: 'x' })).status).toBe(201);
  });
});
