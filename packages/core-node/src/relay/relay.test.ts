import { newId } from '@imsa-hub/core';
import { createTestDatabase, type TestDatabase } from '@imsa-hub/testing';
import { ConfigReader } from '@backstage/config';
import type { Knex } from 'knex';
import {
  aPerson,
  eventually,
  foundationSchema,
  listeningLogger,
  notificationsSchema,
  peopleOf,
} from '../__testUtils__/foundation';
import { PostgresListener } from '../database/DatabaseListener';
import { createUnitOfWork } from '../ledger/createUnitOfWork';
import type { AnnouncementSpec, PublishedEntry } from './Announcement';
import { createAnnouncements } from './announcements';
import { Relay } from './Relay';

const alice = aPerson({ id: newId() });
const bob = aPerson({ id: newId() });
const CHANGED = 'foundation.changed';

describe('relay', () => {
  let database: TestDatabase;
  let knex: Knex;
  let otherKnex: Knex;

  beforeAll(async () => {
    database = await createTestDatabase({
      schemas: [foundationSchema, notificationsSchema],
    });
    knex = database.app('foundation');
    otherKnex = database.app('foundation');
  });
  afterAll(() => database?.destroy());
  afterEach(async () => {
    await knex.table('ledger_outbox').delete();
    await knex.table('item').delete();
    await notices().delete();
  });

  const notices = () => knex.withSchema('notifications').table('notice');
  const outbox = (): Promise<string[]> =>
    knex.table('ledger_outbox').orderBy('entry_id').pluck('entry_id');

  /** Writes entries whose subjects are `item:<name>`. */
  async function write(...names: string[]): Promise<void> {
    const work = createUnitOfWork({
      knex,
      ledgerKey: Buffer.alloc(32, 1),
      pluginId: 'foundation',
    });
    for (const name of names) {
      await work.run({ id: 'p1', chain: 'c1' }, async unit =>
        unit.record({ type: CHANGED, subject: `item:${name}` }),
      );
    }
  }

  function relayWith(
    spec: Partial<AnnouncementSpec>,
    options: { pool?: Knex; people?: ReturnType<typeof peopleOf> } = {},
  ) {
    const announcements = createAnnouncements();
    const pool = options.pool ?? knex;
    announcements.add({
      plugin: 'foundation',
      knex: pool,
      types: [CHANGED],
      phrases: { 'foundation.changed': 'Something changed' },
      topic: 'foundation',
      audience: async () => () => true,
      notices: async entry => [noticeFor(alice.id, entry)],
      ...spec,
    });
    const { logger, lines } = listeningLogger();
    const relay = new Relay({
      pluginId: 'foundation',
      knex: pool,
      people: (options.people ?? peopleOf(alice, bob)).directory,
      announcements,
      logger,
    });
    return { relay, lines };
  }

  const noticeFor = (personId: string, entry: PublishedEntry) => ({
    personId,
    kind: 'foundation.changed',
    path: `/items/${entry.subject.split(':')[1]}`,
  });

  it('tells each person once when two replicas compete', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `n${index}`);
    await write(...names);
    const told: string[] = [];
    const listener = new PostgresListener({
      config: new ConfigReader({
        hub: { database: { connection: { ...database.connection } } },
      }),
      logger: listeningLogger().logger,
    });
    // The table alone would not show an entry that was followed twice.
    listener.on('hub_live', payload => {
      if (payload) told.push(JSON.parse(payload).entryId);
    });
    await listener.connect();
    const followed: string[] = [];
    const notice = async (entry: PublishedEntry) => {
      followed.push(entry.id);
      return [noticeFor(alice.id, entry), noticeFor(bob.id, entry)];
    };
    const relays = [knex, otherKnex].map(
      pool => relayWith({ notices: notice }, { pool }).relay,
    );
    await Promise.all(relays.flatMap(relay => [relay.drain(), relay.drain()]));

    expect(await outbox()).toEqual([]);
    expect(await notices().where({ person_id: alice.id })).toHaveLength(200);
    expect(await notices().where({ person_id: bob.id })).toHaveLength(200);
    await eventually(() => told.length >= 200);
    expect(new Set(told).size).toBe(200);
    expect(told).toHaveLength(200);
    expect(followed).toHaveLength(200);
    await listener.close();
  });

  it('takes nothing off the outbox while the register cannot be read', async () => {
    const people = peopleOf(alice, bob);
    let away = true;
    people.become([]);
    people.directory.refresh = async () => {
      if (away) throw new Error('The register is away');
      people.become([alice, bob]);
    };
    await write('one');
    const { relay } = relayWith({}, { people });
    await expect(relay.drain()).rejects.toThrow('away');
    expect(await outbox()).toHaveLength(1);
    away = false;
    await relay.drain();
    expect(await outbox()).toEqual([]);
    expect(await notices()).toHaveLength(1);
  });

  it('writes the notice with what it needs and nothing else', async () => {
    await write('one');
    await relayWith({}).relay.drain();
    const [row] = await notices();
    expect(row).toMatchObject({
      plugin: 'foundation',
      type: CHANGED,
      subject: 'item:one',
      person_id: alice.id,
      kind: 'foundation.changed',
      path: '/items/one',
      read_at: null,
      mail_id: null,
    });
  });

  it('leaves everything as it was when it dies half-way', async () => {
    await write('one', 'two');
    const before = await outbox();
    let deaths = 0;
    const { relay } = relayWith({
      notices: async (entry, { trx }) => {
        await trx.table('item').insert({ id: entry.id });
        if (deaths < 3 && entry.subject === 'item:two') {
          deaths += 1;
          // What a killed server or process looks like from here.
          await trx.raw('select pg_terminate_backend(pg_backend_pid())');
        }
        return [noticeFor(alice.id, entry)];
      },
    });
    await relay.drain();
    // The second one is still to come; its half of the work left no trace.
    expect(await outbox()).toEqual(before.slice(1));
    expect(await knex.table('item').pluck('id')).toEqual(before.slice(0, 1));
    expect(await notices()).toHaveLength(1);

    deaths = 3;
    await knex.table('ledger_outbox').update({ not_before: knex.fn.now() });
    await relay.drain();
    expect(await outbox()).toEqual([]);
    expect((await knex.table('item').pluck('id')).sort()).toEqual(before);
    expect(await notices()).toHaveLength(2);
  });

  it('retries what fails later, and lets the others pass', async () => {
    await write('bad', 'good-1', 'good-2', 'good-3');
    let broken = true;
    const { relay, lines } = relayWith({
      notices: async entry => {
        if (broken && entry.subject === 'item:bad') throw new Error('canary');
        return [noticeFor(alice.id, entry)];
      },
    });
    await relay.drain();
    expect(await notices().orderBy('path').pluck('path')).toEqual([
      '/items/good-1',
      '/items/good-2',
      '/items/good-3',
    ]);
    const [waiting] = await knex.table('ledger_outbox');
    expect(waiting.attempts).toBe(1);
    expect(waiting.not_before.getTime()).toBeGreaterThan(Date.now());
    expect(lines).toContainEqual({
      level: 'error',
      message: 'An announcement failed and will be retried',
      meta: { entryId: waiting.entry_id, attempts: 1 },
    });
    expect(JSON.stringify(lines)).not.toContain('canary');

    broken = false;
    await relay.drain();
    expect(await outbox()).toHaveLength(1);
    await new Promise(done => setTimeout(done, 1_100));
    await relay.drain();
    expect(await outbox()).toEqual([]);
    expect(await notices()).toHaveLength(4);
  });

  it('waits longer after each failure', async () => {
    await write('bad');
    const { relay } = relayWith({
      notices: async () => {
        throw new Error('still broken');
      },
    });
    const waits: number[] = [];
    for (let index = 0; index < 4; index += 1) {
      await knex.table('ledger_outbox').update({ not_before: knex.fn.now() });
      await relay.drain();
      const [row] = await knex
        .table('ledger_outbox')
        .select(
          knex.raw('extract(epoch from not_before - now())::float as wait'),
        );
      waits.push(Math.round(row.wait));
    }
    expect(waits).toEqual([1, 2, 4, 8]);
  });

  it('tells nobody whom the audience does not admit, or who left', async () => {
    await write('one');
    const carol = newId();
    const { relay } = relayWith({
      notices: async entry =>
        [alice.id, bob.id, carol].map(id => noticeFor(id, entry)),
      audience: async subject => person =>
        subject === 'item:one' && person.id !== bob.id,
    });
    await relay.drain();
    expect(await notices().pluck('person_id')).toEqual([alice.id]);
    expect(await outbox()).toEqual([]);
  });

  it('lets entries pass that nobody announces', async () => {
    await write('one');
    await relayWith({ types: ['foundation.other'] }).relay.drain();
    expect(await outbox()).toEqual([]);
    expect(await notices()).toEqual([]);
  });

  it('hears of what is written while it works', async () => {
    await write('one');
    let more = true;
    const { relay } = relayWith({
      notices: async entry => {
        if (more) {
          more = false;
          await write('late');
          void relay.drain();
        }
        return [noticeFor(alice.id, entry)];
      },
    });
    await relay.drain();
    expect(await notices()).toHaveLength(2);
  });
});

describe('announcements', () => {
  const spec = {
    plugin: 'foundation',
    knex: undefined as unknown as Knex,
    topic: 'foundation',
    audience: async () => () => true,
  };

  it('refuses two answers for one type or kind', () => {
    const announcements = createAnnouncements();
    announcements.add({ ...spec, types: ['a.b'], phrases: { 'a.k': 'Words' } });
    expect(() =>
      announcements.add({ ...spec, types: ['a.b'], phrases: {} }),
    ).toThrow('"a.b"');
    expect(() =>
      announcements.add({ ...spec, types: [], phrases: { 'a.k': 'Other' } }),
    ).toThrow('"a.k"');
    expect(announcements.phrase('a.k')).toBe('Words');
    expect(announcements.phrase('a.none')).toBeUndefined();
  });
});
