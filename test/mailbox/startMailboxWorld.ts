import {
  coreServices,
  createServiceFactory,
  type BackendFeature,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { newId, type Role } from '@imsa-hub/core';
import { hubPolicyServiceRef } from '@imsa-hub/core-node';
import advicePlugin from '@imsa-hub/advice-backend';
import {
  peopleDirectoryServiceRef,
  type PeopleDirectory,
  type PersonContext,
} from '@imsa-hub/network-node';
import notificationsPlugin from '@imsa-hub/notifications-backend';
import { HubPolicyImplementation } from '@imsa-hub/permission-backend-module-hub';
import { createTestDatabase } from '@imsa-hub/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

/** The employer of coordinator and Hub Manager. */
export const HUB = { id: newId(), name: 'IMSA Hub' };
const NORTH = { id: newId(), name: 'Northgate Advocacy' };
/** An organisation of which mails may complain. */
export const HARBOUR = { id: newId(), name: 'Harbour Light Support' };

/** An active person of one organisation. */
function aPerson(
  name: string,
  role: Role,
  organisation: { id: string; name: string },
): PersonContext {
  const id = newId();
  return {
    id,
    entityRef: `user:default/${id}`,
    displayName: name,
    email: `${id}@hub.example`,
    roles: [role],
    employments: [
      {
        organisationId: organisation.id,
        organisationName: organisation.name,
        nation: 'england',
      },
    ],
    organisationIds: [organisation.id],
    regulatedForImmigration: false,
    training: 'accredited',
    nations: ['england'],
    specialisms: [],
    languages: ['en'],
  };
}

/** Who is there: those who log, one of them employed by Harbour, and others. */
export const people = {
  coordinator: aPerson('Cora Coordinator', 'advice-coordinator', HUB),
  manager: aPerson('Mona Manager', 'hub-manager', HUB),
  senior: aPerson('Sami Senior', 'senior-imsa', NORTH),
  harbourSenior: aPerson('Hana Harbour', 'senior-imsa', HARBOUR),
  imsa: aPerson('Ivy Imsa', 'imsa', NORTH),
  officer: aPerson('Olu Officer', 'organisation-officer', HARBOUR),
  admin: aPerson('Ada Admin', 'platform-admin', HUB),
};
export type Who = keyof typeof people;

/**
 * The advice line and notifications in a started backend, on a database of
 * their own, with a mailbox that listens and a mail server that takes.
 */
export async function startMailboxWorld(mailbox: Record<string, unknown> = {}) {
  const root = join(__dirname, '../../plugins');
  const database = await createTestDatabase({
    schemas: ['deadlines', 'advice', 'notifications'].map(schema => ({
      schema,
      migrations: join(root, `${schema}-backend/migrations`),
    })),
  });
  const folder = await mkdtemp(join(tmpdir(), 'heads-'));
  const taken = await startTaking();
  const port = await freePort();
  const logged: string[] = [];
  const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
  const features: BackendFeature[] = [
    advicePlugin,
    notificationsPlugin,
    createServiceFactory({
      service: peopleDirectoryServiceRef,
      deps: {},
      factory: directory,
    }),
    createServiceFactory({
      service: hubPolicyServiceRef,
      deps: {},
      factory: () => new HubPolicyImplementation(),
    }),
    createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      factory: () => listeningLogger(logged),
    }),
    mockServices.rootConfig.factory({
      data: {
        hub: {
          baseUrl: 'https://console.hub.example',
          database: { connection: { ...database.connection } },
          ledger: { key: key(1), headsFolder: folder },
          sealing: { masterKeys: [{ id: 'k', secret: key(2) }] },
          receipts: { key: key(3) },
          mail: {
            smtpUrl: taken.url,
            from: 'IMSA Hub <no-reply@hub.example>',
            everySeconds: 0.2,
            settleSeconds: 0,
          },
          mailbox: { port, address: 'advice@hub.example', ...mailbox },
          limits: {
            mailsPerPeerPerMinute: 10_000,
            mailsPerSenderPerMinute: 10_000,
          },
        },
      },
    }),
  ];
  const backend = await startTestBackend({ features });
  const base = `http://localhost:${backend.server.port()}/api/advice`;
  return {
    port,
    base,
    /** Log lines of the backend, as JSON. */
    logged,
    /** Mails that the hub sent, as they came over the line. */
    sent: taken.mails,
    mailServer: taken,
    advice: database.app('advice'),
    notifications: database.app('notifications'),
    owner: database.owner,
    async stop() {
      await backend.stop();
      await taken.stop();
      await database.destroy();
      await rm(folder, { recursive: true, force: true });
    },
    /** A request as one of the people. */
    async ask(
      who: Who,
      method: 'GET' | 'POST' | 'PUT',
      path: string,
      body?: unknown,
    ) {
      const response = await fetch(`${base}${path}`, {
        method,
        headers: {
          authorization: mockCredentials.user.header(people[who].entityRef),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await response.text();
      return {
        status: response.status,
        body: text ? JSON.parse(text) : undefined,
      };
    },
  };
}

export type MailboxWorld = Awaited<ReturnType<typeof startMailboxWorld>>;

function directory(): PeopleDirectory {
  const all = Object.values(people);
  const organisations = [HUB, NORTH, HARBOUR].map(place => ({
    ...place,
    sector: place === HUB ? ('hub' as const) : ('ngo' as const),
    nation: 'england' as const,
    area: '',
    current: true,
  }));
  return {
    byEntityRef: ref => all.find(person => person.entityRef === ref),
    byId: id => all.find(person => person.id === id),
    all: () => all,
    withRole: role => all.filter(person => person.roles.includes(role)),
    nameOf: id => all.find(person => person.id === id)?.displayName ?? '',
    organisation: id => organisations.find(place => place.id === id),
    organisations: () => organisations,
    onChange: () => () => undefined,
    refresh: async () => undefined,
    ready: async () => undefined,
    admit: async () => undefined,
    endSessions: async () => undefined,
  };
}

/** A mail server that keeps what it takes, and refuses while told to. */
async function startTaking() {
  const mails: Array<{ to: string[]; raw: string }> = [];
  const state = { refuseWith: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onRcptTo: (_address, _session, callback) =>
      callback(
        state.refuseWith
          ? Object.assign(new Error('no such user jo@mail.example'), {
              responseCode: state.refuseWith,
            })
          : null,
      ),
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('latin1'),
        });
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', () => done());
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    mails,
    state,
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise<void>(done => server.close(() => done())),
  };
}

function listeningLogger(lines: string[]): RootLoggerService {
  const log = (...line: unknown[]) => void lines.push(JSON.stringify(line));
  const logger: RootLoggerService = {
    error: log,
    warn: log,
    info: log,
    debug: log,
    child: () => logger,
  };
  return logger;
}

function freePort(): Promise<number> {
  return new Promise(done => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
