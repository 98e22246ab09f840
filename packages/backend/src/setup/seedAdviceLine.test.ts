import { ConfigReader } from '@backstage/config';
import { migrateSchema } from '@imsa-hub/core-node';
import { demoPersonId, seedNetwork } from '@imsa-hub/network-backend';
import { TestRegister } from '@imsa-hub/network-backend/src/testing/aRegister';
import { resolve } from 'node:path';
import { TEST_KEY } from '../testing/startTestHub';
import { migrationsOf } from './schemas';
import { seedAdviceLine } from './seedAdviceLine';

const CATALOG = resolve(__dirname, '../../../../catalog');
const key = TEST_KEY.toString('base64');

let register: TestRegister;
beforeEach(async () => {
  register = await TestRegister.create();
  await migrateSchema({
    owner: register.database.owner,
    schema: 'advice',
    migrations: migrationsOf('advice'),
    appRole: 'hub_app',
  });
  await seedNetwork({
    knex: register.database.owner,
    yaml: resolve(CATALOG, 'demo/network.yaml'),
    work: register.work,
  });
});
afterEach(() => register?.destroy());

// The first working hour after a weekend, and the end of a week: what is in
// time on these is in time on the others.
test.each(['2026-11-23T09:30:00Z', '2026-11-27T16:00:00Z'])(
  'on %s the advice line is at work, and hardly anything is late',
  async moment => {
    const now = new Date(moment);
    const config = new ConfigReader({
      hub: {
        database: { connection: register.database.connection },
        ledger: { key },
        receipts: { key },
        sealing: { masterKeys: [{ id: 'k1', secret: key }] },
      },
    });
    const seed = () => seedAdviceLine({ config, catalogFolder: CATALOG, now });
    expect(await seed()).toMatchObject({ queries: 24 });
    expect(await seed()).toMatchObject({ queries: 0, mails: 0 });
    const knex = register.database.app('advice');

    const { rows: counts } = await knex.raw(
      `select status, count(*)::int as count from query
         where demo group by status`,
    );
    expect(
      Object.fromEntries(
        counts.map((row: { status: string; count: number }) => [
          row.status,
          row.count,
        ]),
      ),
    ).toEqual({
      received: 5,
      'in-hand': 6,
      answered: 3,
      'waiting-on-asker': 2,
      'with-second-reader': 1,
      closed: 7,
    });
    const pressing = await knex
      .from('query')
      .where({ status: 'received', urgency_band: 'today' });
    expect(pressing).toHaveLength(2);
    const late = await knex
      .from('query')
      .where('open', true)
      .whereNull('stopped_at')
      .where('due_at', '<', now);
    expect(late.length).toBeLessThanOrEqual(2);
    // The IMSA of the demo has three answers to read.
    const toRead = await knex.from('query').where({
      status: 'answered',
      raised_by: demoPersonId('imsa'),
      asker_unread: true,
    });
    expect(toRead).toHaveLength(3);
    // Each chain is in the order of its days, and none is ahead of them.
    const { rows } = await knex.raw(
      `select count(*)::int as backwards,
         (select count(*)::int from ledger_entry where at > ?) as ahead
         from ledger_entry one join ledger_entry next
           on next.chain = one.chain and next.seq = one.seq + 1
         where next.at < one.at`,
      [now],
    );
    expect(rows[0]).toEqual({ backwards: 0, ahead: 0 });
    const { rows: dump } = await knex.raw(
      `select string_agg(q::text, '') as all from query q`,
    );
    expect(dump[0].all).not.toContain('safe house');
  },
);
