import {
  coreServices,
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { newId, type Role } from '@imsa-hub/core';
import { hubPolicyServiceRef, problemHandler } from '@imsa-hub/core-node';
import { deadlinesManagePermission } from '@imsa-hub/deadlines-common';
import { createTestDatabase, type TestDatabase } from '@imsa-hub/testing';
import express from 'express';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import request from 'supertest';
import { deadlinesPlugin } from '../deadlinesPlugin';

const PLUGINS = resolve(__dirname, '../../..');
const migrationsOf = (schema: string) => ({
  schema,
  migrations: join(PLUGINS, `${schema}-backend/migrations`),
});

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

/** A policy like the hub's, said again in a few lines for these tests. */
const policy = createServiceFactory({
  service: hubPolicyServiceRef,
  deps: {},
  factory: () => ({
    decide(person, permission) {
      const roles: Role[] =
        permission.name === deadlinesManagePermission.name
          ? ['hub-manager', 'advice-coordinator']
          : ['hub-manager', 'advice-coordinator', 'senior-imsa', 'imsa'];
      return {
        result: person.roles.some(role => roles.includes(role))
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      };
    },
    doorsOf: () => [],
  }),
});

/** The plugin in a started backend, over a database of its own. */
export class DeadlinesBackend {
  private constructor(
    readonly database: TestDatabase,
    private readonly backend: TestBackend,
    private readonly folder: string,
    private readonly people: ReadonlyMap<Role, string>,
  ) {}

  static async start(options: {
    roles: readonly Role[];
    modules?: readonly BackendFeature[];
  }): Promise<DeadlinesBackend> {
    const database = await createTestDatabase({
      schemas: ['network', 'notifications', 'deadlines'].map(migrationsOf),
    });
    const folder = await mkdtemp(join(tmpdir(), 'heads-'));
    const people = await register(database, options.roles);
    const key = Buffer.alloc(32, 7).toString('base64');
    const backend = await startTestBackend({
      features: [
        deadlinesPlugin,
        ...(options.modules ?? []),
        httpRouter,
        policy,
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost:0', listen: ':0' },
            hub: {
              database: { connection: database.connection },
              ledger: { key, headsFolder: folder },
              sealing: { masterKeys: [{ id: 'k1', secret: key }] },
            },
          },
        }),
      ],
    });
    return new DeadlinesBackend(database, backend, folder, people);
  }

  async stop(): Promise<void> {
    await this.backend.stop();
    await this.database.destroy();
    await rm(this.folder, { recursive: true });
  }

  /** Calls a route of the plugin as the person who holds a role. */
  call(method: 'get' | 'post', path: string, role: Role, body?: object) {
    const sent = request(this.backend.server)
      [method](`/api/deadlines${path}`)
      .set({
        authorization: mockCredentials.user.header(
          `user:default/${this.people.get(role)}`,
        ),
      });
    return body ? sent.send(body) : sent;
  }

  /** Types and subjects of the ledger's published entries, in their order. */
  async ledger(): Promise<string[]> {
    const rows = await this.database
      .app('deadlines')('ledger_entry')
      .where({ publish: true })
      .orderBy('seq');
    return rows.map(row => `${row.type} ${row.subject}`);
  }
}

async function register(
  database: TestDatabase,
  roles: readonly Role[],
): Promise<Map<Role, string>> {
  const knex = database.app('network');
  const organisation = newId();
  await knex('organisation').insert({
    id: organisation,
    name: 'Northgate',
    sort_name: 'northgate',
    sector: 'ngo',
    nation: 'england',
    area: 'Leeds',
    joined_on: '2024-01-01',
  });
  const people = new Map<Role, string>();
  for (const role of roles) {
    const [person, employment] = [newId(), newId()];
    people.set(role, person);
    await knex('person').insert({
      id: person,
      display_name: `P ${role}`,
      sort_name: role,
      email: `${role}@hub.example`,
      training: 'accredited',
    });
    await knex('employment').insert({
      id: employment,
      person_id: person,
      organisation_id: organisation,
      kind: 'external',
      started_on: '2026-01-31',
      planned_end_on: '2028-05-31',
    });
    await knex('role_grant').insert({
      id: newId(),
      person_id: person,
      role,
      employment_id: employment,
      from_on: '2026-01-31',
    });
  }
  return people;
}
