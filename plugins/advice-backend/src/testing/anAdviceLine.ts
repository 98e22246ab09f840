import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { newId, type Role } from '@imsa-hub/core';
import {
  createAnnouncements,
  createUnitOfWork,
  hubRouter,
  LocalKeyManagement,
  problemHandler,
  Relay,
  requestNumbers,
  Sealing,
  type HubPermissions,
  type HubService,
} from '@imsa-hub/core-node';
import { fixedDeadlines, lawAsShipped } from '@imsa-hub/deadlines-node';
import type {
  OrganisationContext,
  PeopleDirectory,
  PersonContext,
} from '@imsa-hub/network-node';
import { HubPolicyImplementation } from '@imsa-hub/permission-backend-module-hub';
import { createTestDatabase } from '@imsa-hub/testing';
import express from 'express';
import { resolve } from 'node:path';
import request from 'supertest';
import { adviceAnnouncement } from '../announcements';
import { choiceRoutes } from '../choiceRoutes';
import { createAdvice } from '../createAdvice';
import { createPublicAdvice } from '../publicAdvice';
import { queryRoutes } from '../queries/queryRoutes';
import { createTriageRules } from '../triage';

const ROOT = resolve(__dirname, '../../../..');
const KEY = Buffer.alloc(32, 7).toString('base64');

/** The organisation that most people of these tests work at. */
export const NORTHGATE = newId();
/** An organisation that queries are about; `conflicted` works there. */
export const HARBOUR = newId();
/** Another one, at which nobody here works. */
export const QUAYSIDE = newId();

const PEOPLE = {
  manager: { roles: ['hub-manager'] },
  coordinator: { roles: ['advice-coordinator'] },
  senior: { roles: ['senior-imsa'] },
  second: { roles: ['senior-imsa'] },
  regulated: { roles: ['senior-imsa'], regulatedForImmigration: true },
  conflicted: { roles: ['senior-imsa'], organisationIds: [HARBOUR] },
  imsa: { roles: ['imsa'] },
  otherImsa: { roles: ['imsa'] },
  officer: { roles: ['organisation-officer'] },
  supervisor: { roles: ['clinical-supervisor'] },
  board: { roles: ['advisory-board'] },
  analyst: { roles: ['meal-analyst'] },
  admin: { roles: ['platform-admin'] },
} as const satisfies Record<
  string,
  { roles: readonly Role[] } & Partial<PersonContext>
>;

/** Everybody in these tests, by name. */
export type Who = keyof typeof PEOPLE;
export const EVERYBODY = Object.keys(PEOPLE) as Who[];

const organisation = (id: string, name: string): OrganisationContext => ({
  id,
  name,
  sector: 'ngo',
  nation: 'england',
  area: 'Leeds',
  current: true,
});

/**
 * The advice line on a real PostgreSQL with the hub's own policy: one person in
 * each role, every route as it is served, the relay and the public pages' side.
 * Only the register is held in memory, so that a test can end somebody's role.
 */
export async function anAdviceLine() {
  const database = await createTestDatabase({
    schemas: [
      {
        schema: 'notifications',
        migrations: resolve(ROOT, 'plugins/notifications-backend/migrations'),
      },
      { schema: 'advice', migrations: resolve(__dirname, '../../migrations') },
    ],
  });
  const knex = database.app('advice');
  const people = new Map<Who, PersonContext>(
    EVERYBODY.map(name => [name, aPerson(name)]),
  );
  let now: Date | undefined;
  const directory = directoryOf(() => [...people.values()]);
  const config = new ConfigReader({
    hub: {
      receipts: { key: KEY },
      sealing: { masterKeys: [{ id: 'k', secret: KEY }] },
    },
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
    pluginId: 'advice',
    database: knex,
    people: directory,
    work: createUnitOfWork({
      knex,
      ledgerKey: Buffer.alloc(32, 7),
      pluginId: 'advice',
      now: () => now ?? new Date(),
    }),
    sealing: new Sealing({
      knex,
      schema: 'advice',
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
    announce: spec => announcements.add({ ...spec, plugin: 'advice', knex }),
  };
  const services = createAdvice({
    hub,
    deadlines: fixedDeadlines(lawAsShipped(resolve(ROOT, 'catalog'))),
    extensions: {
      triageRules: createTriageRules().rules,
      templates: () => [],
      columns: () => [],
    },
    doorsOf: person => policy.doorsOf(person),
  });
  hub.announce(adviceAnnouncement(services.context));
  const relay = new Relay({
    pluginId: 'advice',
    knex,
    people: directory,
    announcements,
    logger,
  });
  const app = express();
  app.use(
    requestNumbers(),
    hubRouter({
      routes: [...queryRoutes(services), ...choiceRoutes(services)],
      httpAuth: mockServices.httpAuth(),
      people: directory,
      permissions,
      actorFor: hub.actorFor,
      limit: async () => undefined,
      refused: async () => undefined,
    }),
    problemHandler({ logger }),
  );
  const server = app.listen(0);
  const person = (name: Who): PersonContext => {
    const found = people.get(name);
    if (!found) throw new Error(`${name} is not active`);
    return found;
  };
  const send = (
    name: Who,
    method: 'get' | 'post' | 'put',
    path: string,
    body?: object,
  ) => {
    const sent = request(server)
      [method](path)
      .set({
        authorization: mockCredentials.user.header(person(name).entityRef),
      });
    return body ? sent.send(body) : sent;
  };

  return {
    knex,
    hub,
    services,
    publicAdvice: createPublicAdvice(services),
    person,
    send,
    id: (name: Who) => person(name).id,
    /** One move on a query, from its newest version unless told. */
    async move(name: Who, queryId: string, verb: string, body: object = {}) {
      const row = await knex.from('query').where({ id: queryId }).first();
      return send(
        name,
        verb === 'draft' ? 'put' : 'post',
        `/queries/${queryId}/${verb}`,
        verb === 'feedback' ? body : { version: row?.version ?? 1, ...body },
      );
    },
    /** The row as it stands. */
    row: (queryId: string) => knex.from('query').where({ id: queryId }).first(),
    /** Types of the ledger's entries on a query, oldest first. */
    async ledger(queryId: string): Promise<string[]> {
      return knex
        .from('ledger_entry')
        .where({ subject: `advice-query:${queryId}` })
        .orderBy(['at', 'chain', 'seq'])
        .pluck('type');
    },
    /** Who was told what of a query: `name kind`. */
    async told(queryId: string): Promise<string[]> {
      await relay.drain();
      const rows: Array<{ person_id: string; kind: string }> = await knex
        .withSchema('notifications')
        .from('notice')
        .where('path', `/advice/queries/${queryId}`)
        .orderBy('id');
      const names = new Map(
        [...people].map(([name, { id }]) => [id, name] as const),
      );
      return rows.map(row => `${names.get(row.person_id)} ${row.kind}`).sort();
    },
    /** Writes of the hub happen at this moment; at the real one without. */
    at(moment: string | undefined) {
      now = moment === undefined ? undefined : new Date(moment);
    },
    /** Ends somebody's roles. */
    end: (name: Who) => void people.delete(name),
    /** Changes what the register says of somebody. */
    change(name: Who, part: Partial<PersonContext>) {
      people.set(name, { ...person(name), ...part });
    },
    async destroy() {
      await new Promise(done => server.close(done));
      await database.destroy();
    },
  };
}

export type AdviceLine = Awaited<ReturnType<typeof anAdviceLine>>;

function aPerson(name: Who): PersonContext {
  const id = newId();
  return {
    id,
    entityRef: `user:default/${id}`,
    displayName: `The ${name}`,
    email: `${name.toLowerCase()}@hub.example`,
    employments: [],
    organisationIds: [NORTHGATE],
    regulatedForImmigration: false,
    training: 'accredited',
    nations: ['england'],
    specialisms: [],
    languages: ['en'],
    ...PEOPLE[name],
  };
}

function directoryOf(all: () => PersonContext[]): PeopleDirectory {
  const organisations = [
    organisation(NORTHGATE, 'Northgate'),
    organisation(HARBOUR, 'Harbour'),
    organisation(QUAYSIDE, 'Quayside'),
  ];
  return {
    byEntityRef: ref => all().find(person => person.entityRef === ref),
    byId: id => all().find(person => person.id === id),
    all,
    withRole: role => all().filter(person => person.roles.includes(role)),
    nameOf: id =>
      all().find(person => person.id === id)?.displayName ?? 'Somebody',
    organisation: id => organisations.find(item => item.id === id),
    organisations: () => organisations,
    onChange: () => () => undefined,
    refresh: async () => undefined,
    ready: async () => undefined,
    admit: async () => undefined,
  };
}
