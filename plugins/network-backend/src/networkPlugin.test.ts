import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { hubPolicyServiceRef, problemHandler } from '@imsa-hub/core-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { londonDateOf, newId } from '@imsa-hub/core';
import { justSignedIn } from '@imsa-hub/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import request from 'supertest';
import { networkPlugin } from './networkPlugin';
import { permissions, TestRegister } from './testing/aRegister';

let register: TestRegister;
let folder: string;
let backend: TestBackend;
let northgate: string;
const ids: Record<string, string> = {};

// Errors are answered as the hub's backend answers them, not as Backstage does.
const httpRouter = createServiceFactory({
  service: coreServices.httpRouter,
  deps: {
    root: coreServices.rootHttpRouter,
    plugin: coreServices.pluginMetadata,
    logger: coreServices.logger,
  },
  factory({ root, plugin, logger }) {
    const whole = express.Router();
    const routes = express.Router();
    whole.use(routes, problemHandler({ logger }));
    root.use(`/api/${plugin.getId()}`, whole);
    return {
      use: handler => void routes.use(handler),
      addAuthPolicy: () => undefined,
    };
  },
});

beforeAll(async () => {
  register = await TestRegister.create();
  folder = await mkdtemp(join(tmpdir(), 'heads-'));
  northgate = await register.organisation('Northgate');
  for (const role of ['hub-manager', 'imsa', 'meal-analyst'] as const) {
    const { personId } = await register.active(`P ${role}`, role, northgate);
    ids[role] = personId;
  }
  const key = Buffer.alloc(32, 7).toString('base64');
  backend = await startTestBackend({
    features: [
      networkPlugin,
      httpRouter,
      justSignedIn,
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost:0', listen: ':0' },
          hub: {
            database: { connection: register.database.connection },
            ledger: { key, headsFolder: folder },
            sealing: { masterKeys: [{ id: 'k1', secret: key }] },
          },
        },
      }),
      createServiceFactory({
        service: hubPolicyServiceRef,
        deps: {},
        factory: () => ({
          decide: (person, permission) => ({
            result:
              permission.type === 'basic' && permissions.may(person, permission)
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
          }),
          doorsOf: () => ['network.use'],
        }),
      }),
    ],
  });
});
afterAll(async () => {
  await backend?.stop();
  await register.destroy();
  await rm(folder, { recursive: true });
});

const as = (id: string | undefined) => ({
  authorization: mockCredentials.user.header(`user:default/${id}`),
});
const call = (
  method: 'get' | 'post' | 'put',
  path: string,
  id: string | undefined,
  body?: object,
) => {
  const sent = request(backend.server)
    [method](`/api/network${path}`)
    .set(as(id));
  return body ? sent.send(body) : sent;
};
const search = { includeFormer: false };

test('tells somebody who they are', async () => {
  const answer = await call('get', '/me', ids.imsa);
  expect(answer.status).toBe(200);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(answer.body).toMatchObject({
    id: ids.imsa,
    displayName: 'P imsa',
    roles: ['imsa'],
    training: 'accredited',
    organisations: [{ id: northgate, name: 'Northgate', nation: 'england' }],
    doors: ['network.use'],
    sessionIdleMinutes: 60,
  });
});

test('knows only people of the register', async () => {
  for (const id of [newId(), 'guest', undefined]) {
    expect((await call('get', '/me', id)).status).toBe(401);
  }
});

test('missing and forbidden records answer alike', async () => {
  const strip = (body: Record<string, unknown>) => ({ ...body, requestId: '' });
  const missing = await call('get', `/people/${newId()}`, ids.imsa);
  const forbidden = await call(
    'get',
    `/people/${ids['hub-manager']}`,
    ids.imsa,
  );
  const noDoor = await call('get', `/people/${ids.imsa}`, ids['meal-analyst']);
  const badId = await call('get', '/people/1%27', ids.imsa);
  for (const answer of [missing, forbidden, noDoor, badId]) {
    expect(answer.status).toBe(404);
    expect(strip(answer.body)).toEqual(strip(missing.body));
  }
  const collection = await call(
    'post',
    '/people/search',
    ids['meal-analyst'],
    search,
  );
  expect(collection.status).toBe(403);
});

test('ending a role counts on the next request of a signed-in session', async () => {
  const { personId, grantId } = await register.active(
    'Leaver',
    'imsa',
    northgate,
  );
  const until = async (status: number) => {
    const begun = performance.now();
    while ((await call('get', '/me', personId)).status !== status) {
      if (performance.now() - begun > 5_000) throw new Error(`never ${status}`);
      await new Promise(done => setTimeout(done, 20));
    }
    return performance.now() - begun;
  };
  await until(200);
  const ended = await call(
    'post',
    `/people/${personId}/roles/${grantId}/end`,
    ids['hub-manager'],
    { version: 1, untilOn: londonDateOf(new Date()) },
  );
  expect(ended.body).toMatchObject({ active: false, version: 2 });
  expect(await until(401)).toBeLessThan(2_000);
});

test('names each field to mend and stores nothing', async () => {
  const answer = await call('post', '/people', ids['hub-manager'], {
    displayName: 'A\u0000',
    email: 'nope',
    training: 'wizard',
    nations: ['england', 'england'],
    specialisms: [],
    languages: [],
    admin: true,
  });
  expect(answer.status).toBe(400);
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.body.fieldErrors.length).toBeGreaterThan(0);
  const other = await call('post', '/people', ids['hub-manager'], {
    displayName: '',
    email: 'nope',
    training: 'wizard',
    nations: ['england', 'england'],
    specialisms: [],
    languages: [],
    admin: true,
  });
  const fields = other.body.fieldErrors.map(
    (item: { field: string }) => item.field,
  );
  expect(fields.sort()).toEqual([
    'body.admin',
    'body.displayName',
    'body.email',
    'body.nations',
    'body.training',
  ]);
});

test('takes files of a megabyte and no more', async () => {
  const header = 'name,email,training\n';
  const csv = `${header}"${'\n'.repeat(990_000)}",x,y`;
  const large = await call('post', '/imports/dry-run', ids['hub-manager'], {
    kind: 'people',
    csv,
  });
  expect(large.status).toBe(200);
  expect(large.body.problems[0]).toMatchObject({ row: 2 });
  const tooLarge = await call('post', '/imports/dry-run', ids['hub-manager'], {
    kind: 'people',
    csv: `${header}${'x'.repeat(1_000_000)}`,
  });
  expect(tooLarge.status).toBe(400);
  expect(tooLarge.body.fieldErrors).toMatchObject([{ field: 'body.csv' }]);
});
