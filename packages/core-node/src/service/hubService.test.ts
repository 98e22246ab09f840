import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { NotFoundError } from '@backstage/errors';
import { newId } from '@imsa-hub/core';
import { peopleDirectoryServiceRef } from '@imsa-hub/network-node';
import { createTestDatabase, type TestDatabase } from '@imsa-hub/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import {
  aPerson,
  foundationSchema,
  peopleOf,
} from '../__testUtils__/foundation';
import { NotYoursError, StaleError } from '../http/errors';
import { defineRoute } from '../http/HubRoute';
import { hubPolicyServiceRef } from '../policy/HubPolicy';
import { hubServiceRef } from './hubService';

const harbour = newId();
const ada = aPerson({ id: newId(), organisationIds: [harbour] });
const ben = aPerson({ id: newId(), organisationIds: [harbour] });
const cyd = aPerson({ id: newId(), organisationIds: [newId()] });

const door = createPermission({ name: 'foundation.use', attributes: {} });
const route = {
  path: '/items',
  door,
  scope: 'collection',
  summary: 'X',
} as const;

const plugin = createBackendPlugin({
  pluginId: 'foundation',
  register(env) {
    env.registerInit({
      deps: { hub: hubServiceRef, http: coreServices.httpRouter },
      async init({ hub, http }) {
        const throwing = (path: string, error: Error) =>
          defineRoute({
            ...route,
            method: 'get',
            path,
            handle: async () => {
              throw error;
            },
          });
        http.use(
          hub.router([
            defineRoute({ ...route, method: 'get', handle: async () => ({}) }),
            defineRoute({ ...route, method: 'post', handle: async () => ({}) }),
            throwing('/missing', new NotFoundError()),
            throwing('/stale', new StaleError({ message: 'Changed since' })),
            throwing(
              '/stale-shown',
              new StaleError({
                message: 'Changed since',
                current: { words: 'The newer words' },
                reading: { type: 'foundation.thing-read', subject: 'thing:1' },
              }),
            ),
            throwing('/not-yours', new NotYoursError({ message: 'Not you' })),
          ]),
        );
      },
    });
  },
});

let database: TestDatabase;
let folder: string;
let backend: TestBackend;

beforeAll(async () => {
  database = await createTestDatabase({ schemas: [foundationSchema] });
  folder = await mkdtemp(join(tmpdir(), 'heads-'));
  const key = Buffer.alloc(32, 7).toString('base64');
  backend = await startTestBackend({
    features: [
      plugin,
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost:0', listen: ':0' },
          hub: {
            database: { connection: { ...database.connection } },
            ledger: { key, headsFolder: folder },
            sealing: { masterKeys: [{ id: 'k', secret: key }] },
            limits: {
              requestsPerPersonPerMinute: 6,
              requestsPerOrganisationPerMinute: 8,
              changesPerPersonPerMinute: 2,
            },
          },
        },
      }),
      createServiceFactory({
        service: peopleDirectoryServiceRef,
        deps: {},
        factory: () => peopleOf(ada, ben, cyd).directory,
      }),
      createServiceFactory({
        service: hubPolicyServiceRef,
        deps: {},
        factory: () => ({
          decide: () => ({ result: AuthorizeResult.ALLOW }),
          doorsOf: () => [],
        }),
      }),
    ],
  });
});
afterAll(async () => {
  await backend?.stop();
  await database?.destroy();
  await rm(folder, { recursive: true, force: true });
});

const send = async (
  person: typeof ada,
  path = '/items',
  method: 'get' | 'post' = 'get',
) => {
  const answer = await request(backend.server)
    [method](`/api/foundation${path}`)
    .set({ authorization: mockCredentials.user.header(person.entityRef) });
  return answer.status;
};

test('who was refused stands in the ledger, and who was shown a record with it', async () => {
  await send(cyd, '/missing');
  await send(cyd, '/stale');
  await send(cyd, '/stale-shown');
  await send(cyd, '/not-yours');
  const entries = await database
    .app('foundation')
    .from('ledger_entry')
    .where({ actor: cyd.id })
    .orderBy('seq')
    .select('type', 'subject', 'why', 'publish');
  expect(entries).toEqual([
    {
      type: 'foundation.refused',
      subject: 'route:get /missing',
      why: 'nothing that this person may see',
      publish: false,
    },
    {
      type: 'foundation.thing-read',
      subject: 'thing:1',
      why: null,
      publish: false,
    },
    {
      type: 'foundation.refused',
      subject: 'route:get /not-yours',
      why: 'not allowed to this person',
      publish: false,
    },
  ]);
});

test('a plugin’s routes count changes, requests and an organisation’s', async () => {
  const many = async (
    times: number,
    person: typeof ada,
    method: 'get' | 'post',
  ) => {
    const statuses: number[] = [];
    for (let index = 0; index < times; index += 1) {
      statuses.push(await send(person, '/items', method));
    }
    return statuses;
  };
  expect(await many(3, ada, 'post')).toEqual([200, 200, 429]);
  expect(await many(4, ada, 'get')).toEqual([200, 200, 200, 429]);
  // Two are left to the organisation, of which a colleague is.
  expect(await many(3, ben, 'get')).toEqual([200, 200, 429]);
  expect(await send(cyd)).toBe(200);
});
