import {
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { newId } from '@imsa-hub/core';
import {
  announcementsServiceRef,
  routeTableServiceRef,
  type MountedRoute,
} from '@imsa-hub/core-node';
import { peopleDirectoryServiceRef } from '@imsa-hub/network-node';
import {
  NoticesPageSchema,
  UnreadCountSchema,
} from '@imsa-hub/notifications-common';
import { createTestDatabase, type TestDatabase } from '@imsa-hub/testing';
import type { Knex } from 'knex';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { listenTo, type ListeningLine } from './__testUtils__/listenTo';
import { startMailServer } from './__testUtils__/mailServer';
import {
  aPerson,
  ASSIGNED,
  aWorld,
  giveNotices,
  notificationsSchema,
} from './__testUtils__/world';
import notificationsPlugin from './index';

describe('notifications plugin', () => {
  let database: TestDatabase;
  let knex: Knex;
  let backend: TestBackend;
  let folder: string;
  let base: string;
  let mailServer: Awaited<ReturnType<typeof startMailServer>>;
  let world: ReturnType<typeof aWorld>;
  const alice = aPerson();
  const bob = aPerson();
  const routes: MountedRoute[] = [];
  const opened: ListeningLine[] = [];

  beforeAll(async () => {
    database = await createTestDatabase({ schemas: [notificationsSchema] });
    knex = database.app('notifications');
    folder = await mkdtemp(join(tmpdir(), 'heads-'));
    mailServer = await startMailServer();
    world = aWorld(knex, alice, bob);
    const key = Buffer.alloc(32, 9).toString('base64');
    const features: BackendFeature[] = [
      notificationsPlugin,
      createServiceFactory({
        service: peopleDirectoryServiceRef,
        deps: {},
        factory: () => world.directory,
      }),
      createServiceFactory({
        service: announcementsServiceRef,
        deps: {},
        factory: () => world.announcements,
      }),
      createServiceFactory({
        service: routeTableServiceRef,
        deps: {},
        factory: () => ({
          add: more => void routes.push(...more),
          all: () => routes,
        }),
      }),
      mockServices.rootConfig.factory({
        data: {
          hub: {
            baseUrl: 'https://console.hub.example',
            database: { connection: { ...database.connection } },
            ledger: { key, headsFolder: folder },
            sealing: { masterKeys: [{ id: 'k', secret: key }] },
            mail: {
              smtpUrl: mailServer.url,
              from: 'no-reply@hub.example',
              everySeconds: 0.2,
              settleSeconds: 0,
            },
            limits: {
              liveLinesPerPerson: 2,
              liveLinesOpenedPerPersonPerMinute: 6,
            },
          },
        },
      }),
    ];
    backend = await startTestBackend({ features });
    base = `http://localhost:${backend.server.port()}/api/notifications`;
  });
  afterAll(async () => {
    opened.forEach(line => line.close());
    await backend?.stop();
    await mailServer?.stop();
    await database?.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  const as = (person: { entityRef: string }) => ({
    authorization: mockCredentials.user.header(person.entityRef),
  });
  const get = (path: string, person = alice) =>
    request(base).get(path).set(as(person));

  async function openLine(person = alice) {
    const line = await listenTo({ url: `${base}/live`, headers: as(person) });
    opened.push(line);
    return line;
  }

  const until = async (isSo: () => boolean) => {
    for (let index = 0; index < 250 && !isSo(); index += 1) {
      await new Promise(done => setTimeout(done, 20));
    }
    expect(isSo()).toBe(true);
  };

  it('answers in the words of its contracts, each person their own', async () => {
    const [id = ''] = await giveNotices(knex, {
      person: alice,
      subjects: ['advice-query:a', 'advice-query:b'],
    });
    const page = NoticesPageSchema.parse((await get('/notices')).body);
    expect(page.notices).toHaveLength(2);
    expect((await get('/notices', bob)).body.notices).toEqual([]);
    const unread = async (person = alice) =>
      UnreadCountSchema.parse(
        (await get('/notices/unread-count', person)).body,
      );
    expect(await unread()).toEqual({ count: 2, text: '2' });

    const read = await request(base).post(`/notices/${id}/read`).set(as(alice));
    expect(read.status).toBe(200);
    expect(await unread()).toEqual({ count: 1, text: '1' });
    const foreign = await request(base)
      .post(`/notices/${id}/read`)
      .set(as(bob));
    expect(foreign.status).toBe(404);
    const all = await request(base)
      .post('/notices/read-all')
      .set(as(alice))
      .send({ upTo: page.notices[0]?.id });
    expect(all.body).toEqual({ read: 1 });
    expect(await unread()).toEqual({ count: 0, text: '0' });
  });

  it.each([
    ['get', '/notices?limit=51', undefined, 400],
    ['get', '/notices?cursor=1', undefined, 400],
    ['get', '/notices?personId=x', undefined, 400],
    ['post', '/notices/read-all', { upTo: 'x' }, 400],
    ['post', '/notices/read-all', { upTo: newId(), personId: 'x' }, 400],
    ['post', '/notices/1/read', undefined, 404],
    ['put', '/preferences', { mail: 'yes' }, 400],
    ['put', '/preferences', { mail: true, personId: 'x' }, 400],
    ['get', '/live?person=x', undefined, 400],
  ] as const)('refuses %s %s %j', async (method, path, body, status) => {
    const response = await request(base)
      [method](path)
      .set(as(alice))
      .send(body);
    expect(response.status).toBe(status);
  });

  it('keeps who wants no mails', async () => {
    expect((await get('/preferences')).body).toEqual({ mail: true });
    const put = await request(base)
      .put('/preferences')
      .set(as(alice))
      .send({ mail: false });
    expect(put.body).toEqual({ mail: false });
    expect((await get('/preferences')).body).toEqual({ mail: false });
    expect((await get('/preferences', bob)).body).toEqual({ mail: true });
  });

  it('sends mails by itself', async () => {
    // A slow run has sent one of the notices above by now, to somebody else.
    const toBob = () =>
      mailServer.taken.filter(mail => mail.to.includes(bob.email));
    expect(toBob()).toHaveLength(0);
    await giveNotices(knex, { person: bob, subjects: ['advice-query:a'] });
    await until(() => toBob().length > 0);
    expect(toBob().map(mail => mail.to)).toEqual([[bob.email]]);
  });

  it('is not open to those who are nobody here', async () => {
    const gone = { entityRef: 'user:default/gone' };
    for (const path of ['/live', '/notices', '/notices/unread-count']) {
      expect((await request(base).get(path).set(as(gone))).status).toBe(401);
      const nobody = await request(base)
        .get(path)
        .set({ authorization: mockCredentials.none.header() });
      expect(nobody.status).toBe(401);
    }
  });

  it('says a topic to those who may know, at once and uncompressed', async () => {
    const a = await openLine(alice);
    const b = await openLine(bob);
    const { headers, status } = a.response;
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(
      'text/event-stream; charset=utf-8',
    );
    expect(headers.get('cache-control')).toBe('no-store, no-transform');
    expect(headers.get('content-encoding')).toBeNull();
    world.hidden.add(`${bob.id} advice-query:secret`);
    const change = (subject: string) =>
      knex.raw('select pg_notify(?, ?)', [
        'hub_live',
        JSON.stringify({
          plugin: 'advice',
          type: ASSIGNED,
          subject,
          entryId: 'e',
        }),
      ]);
    await change('advice-query:secret');
    await change('advice-query:secret');
    await until(() => a.heard !== '');
    expect(a.heard).toBe('data: {"topic":"advice"}\n\n');
    expect(b.heard).toBe('');

    await giveNotices(knex, { person: bob, subjects: ['advice-query:z'] });
    await until(() => b.heard !== '');
    expect(b.heard).toBe('data: {"topic":"notifications"}\n\n');
    expect(a.heard).toBe('data: {"topic":"advice"}\n\n');
    a.close();
    b.close();
  });

  it('ends the oldest line of a person with too many', async () => {
    const first = await openLine();
    const second = await openLine();
    const third = await openLine();
    await until(() => first.ended);
    expect(second.ended || third.ended).toBe(false);
    second.close();
    third.close();
  });

  it('ends the line of a person who left', async () => {
    const line = await openLine(bob);
    world.become(alice);
    await until(() => line.ended);
    expect((await get('/live', bob)).status).toBe(401);
    world.become(alice, bob);
  });

  it('brakes a person who opens line after line', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 7; index += 1) {
      const response = await request(base).head('/live').set(as(alice));
      statuses.push(response.status);
    }
    expect(statuses.at(-1)).toBe(429);
    const other = await request(base).head('/live').set(as(bob));
    expect(other.status).toBe(200);
    expect(other.headers['content-type']).toContain('text/event-stream');
  });

  it('enters every route in the table', () => {
    expect(
      routes
        .filter(route => route.plugin === 'notifications')
        .map(route => `${route.method} ${route.path} ${route.door}`)
        .sort(),
    ).toEqual([
      'get /api/notifications/live signed-in',
      'get /api/notifications/notices signed-in',
      'get /api/notifications/notices/unread-count signed-in',
      'get /api/notifications/preferences signed-in',
      'post /api/notifications/notices/:noticeId/read signed-in',
      'post /api/notifications/notices/read-all signed-in',
      'put /api/notifications/preferences signed-in',
    ]);
  });

  it('ends every line when the backend stops', async () => {
    const line = await openLine(bob);
    const stopping = Date.now();
    await backend.stop();
    await until(() => line.ended);
    expect(Date.now() - stopping).toBeLessThan(5_000);
  });
});
