import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  createAnnouncements,
  createUnitOfWork,
  hubRouter,
  LocalKeyManagement,
  problemHandler,
  recordRefusal,
  recordShown,
  Relay,
  requestNumbers,
  Sealing,
  type HubPermissions,
  type HubRoute,
  type HubService,
} from '@imsa-hub/core-node';
import { HubPolicyImplementation } from '@imsa-hub/permission-backend-module-hub';
import type { PersonContext } from '@imsa-hub/network-node';
import type { JsonObject } from '@backstage/types';
import express from 'express';
import { resolve } from 'node:path';
import request from 'supertest';
import { createTestDatabase } from './createTestDatabase';
import {
  NORTHGATE,
  testPeople,
  type TestPeople,
  type TestPerson,
} from './testPeople';

const ROOT = resolve(__dirname, '../../..');
const KEY = Buffer.alloc(32, 7).toString('base64');

/** Options of {@link startTestHub}. */
export interface TestHubOptions<Services> {
  pluginId: string;
  /** Schemas besides the plugin's own and that of notices: `deadlines`. */
  schemas?: readonly string[];
  config?: JsonObject;
  /** What stands under `hub` besides its keys. */
  hubConfig?: JsonObject;
  /** The people of another test hub, where two plugins are tried together. */
  people?: TestPeople;
  /** Makes the plugin's use cases on the hub's foundation. */
  create(hub: HubService, policy: HubPolicyImplementation): Services;
  /** The plugin's routes, served as in the running hub. */
  routes(services: Services): readonly HubRoute[];
}

/**
 * One plugin on a real PostgreSQL with the hub's own policy: one person in
 * each role, every route as it is served, the relay and notices. Only the
 * register is held in memory.
 */
export async function startTestHub<Services>(
  options: TestHubOptions<Services>,
) {
  const { pluginId } = options;
  const database = await createTestDatabase({
    schemas: ['notifications', ...(options.schemas ?? []), pluginId].map(
      schema => ({
        schema,
        migrations: resolve(ROOT, `plugins/${schema}-backend/migrations`),
      }),
    ),
  });
  const knex = database.app(pluginId);
  const people = options.people ?? testPeople();
  let now: Date | undefined;
  let fresh = true;
  const config = new ConfigReader({
    hub: {
      receipts: { key: KEY },
      sealing: { masterKeys: [{ id: 'k', secret: KEY }] },
      ...options.hubConfig,
    },
    ...options.config,
  });
  const policy = new HubPolicyImplementation();
  const permissions: HubPermissions = {
    may: (person, permission) =>
      policy.decide(person, permission).result === 'ALLOW',
    decide: (person, permission) => policy.decide(person, permission),
  };
  const announcements = createAnnouncements();
  const logger = mockServices.logger.mock();
  const hub: HubService = {
    pluginId,
    database: knex,
    people: people.directory,
    work: createUnitOfWork({
      knex,
      ledgerKey: Buffer.alloc(32, 7),
      pluginId,
      now: () => now ?? new Date(),
    }),
    sealing: new Sealing({
      knex,
      schema: pluginId,
      keyManagement: LocalKeyManagement.fromConfig(config),
    }),
    permissions,
    config,
    logger,
    actorFor: person => ({ id: person.id, chain: NORTHGATE }),
    publicActor: () => ({ id: 'public', chain: 'public' }),
    systemActor: { id: 'system', chain: 'system' },
    router: () => express.Router(),
    enterRoutes: () => undefined,
    announce: spec => announcements.add({ ...spec, plugin: pluginId, knex }),
  };
  const services = await createOrEnd(
    () => options.create(hub, policy),
    database,
  );
  const relay = new Relay({
    pluginId,
    knex,
    people: people.directory,
    announcements,
    logger,
  });
  const app = express();
  app.use(
    requestNumbers(),
    hubRouter({
      routes: options.routes(services),
      httpAuth: mockServices.httpAuth(),
      people: people.directory,
      permissions,
      actorFor: hub.actorFor,
      limit: async () => undefined,
      signIns: { isFresh: () => fresh },
      refused: recordRefusal({
        pluginId,
        work: hub.work,
        actorFor: hub.actorFor,
      }),
      shown: recordShown({ work: hub.work, actorFor: hub.actorFor }),
    }),
    problemHandler({ logger }),
  );
  const server = app.listen(0);
  const sendAs = (
    { entityRef }: Pick<PersonContext, 'entityRef'>,
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    body?: object,
  ) => {
    const sent = request(server)
      [method](path)
      .set({ authorization: mockCredentials.user.header(entityRef) });
    return body ? sent.send(body) : sent;
  };

  return {
    ...people,
    knex,
    hub,
    services,
    /** Carries out what follows from the ledger's entries until now. */
    drain: () => relay.drain(),
    /** A request of anybody whom the register knows. */
    sendAs,
    send: (
      name: TestPerson,
      method: 'get' | 'post' | 'put' | 'delete',
      path: string,
      body?: object,
    ) => sendAs(people.person(name), method, path, body),
    /** Types of the ledger's entries on a subject, oldest first. */
    ledger: (subject: string): Promise<string[]> =>
      knex
        .from('ledger_entry')
        .where({ subject })
        .orderBy(['at', 'chain', 'seq'])
        .pluck('type'),
    /** Who was told what of a path: `name kind`. */
    async told(path: string): Promise<string[]> {
      await relay.drain();
      const rows: Array<{ person_id: string; kind: string }> = await knex
        .withSchema('notifications')
        .from('notice')
        .where({ path })
        .orderBy('id');
      return rows
        .map(row => `${people.nameOf(row.person_id)} ${row.kind}`)
        .sort();
    },
    /** As the role that owns the tables, to fill them by the thousand. */
    owner: database.owner,
    /** Lets PostgreSQL count again, as it does by itself in a hub that runs. */
    analyze: async () => void (await database.owner.raw('analyze')),
    /** Whether everybody has just signed in; true unless told. */
    haveJustSignedIn: (just: boolean) => void (fresh = just),
    /** Writes of the hub happen at this moment; at the real one without. */
    at(moment: string | undefined) {
      now = moment === undefined ? undefined : new Date(moment);
    },
    async destroy() {
      await new Promise(done => server.close(done));
      await database.destroy();
    },
  };
}

/** What {@link startTestHub} gives. */
export type TestHub<Services> = Awaited<
  ReturnType<typeof startTestHub<Services>>
>;

/** What does not start must leave no connection, or the tests would not end. */
async function createOrEnd<T>(
  create: () => T,
  database: { destroy(): Promise<unknown> },
): Promise<T> {
  try {
    return create();
  } catch (error) {
    await database.destroy();
    throw error;
  }
}
