import { ConfigReader } from '@backstage/config';
import { migrateSchema } from '@imsa-hub/core-node';
import { seedNetwork } from '@imsa-hub/network-backend';
import { TestRegister } from '@imsa-hub/network-backend/src/testing/aRegister';
import { resolve } from 'node:path';
import { TEST_KEY } from '../testing/startTestHub';
import { migrationsOf } from './schemas';
import { seedComplexCases } from './seedComplexCases';

const CATALOG = resolve(__dirname, '../../../../catalog');

let register: TestRegister;
beforeEach(async () => {
  register = await TestRegister.create();
  await migrateSchema({
    owner: register.database.owner,
    schema: 'escalations',
    migrations: migrationsOf('escalations'),
    appRole: 'hub_app',
  });
  await seedNetwork({
    knex: register.database.owner,
    yaml: resolve(CATALOG, 'demo/network.yaml'),
    work: register.work,
  });
});
afterEach(() => register?.destroy());

// At work; in the small hours, when yesterday's work is today's; and in the
// night in which the clocks go back.
test.each([
  '2026-11-25T11:00:00Z',
  '2026-11-28T00:05:00Z',
  '2026-11-28T02:40:00Z',
  '2026-10-25T01:10:00Z',
])(
  'at %s a dozen cases in every state are added once, and nobody wrote out of turn',
  async moment => {
    const now = new Date(moment);
    const key = TEST_KEY.toString('base64');
    const config = new ConfigReader({
      hub: {
        database: { connection: register.database.connection },
        ledger: { key },
        sealing: { masterKeys: [{ id: 'k1', secret: key }] },
      },
    });
    const seed = () =>
      seedComplexCases({ config, catalogFolder: CATALOG, now });
    expect(await seed()).toBe(13);
    expect(await seed()).toBe(0);
    const knex = register.database.app('escalations');
    const statuses: string[] = await knex
      .from('escalation')
      .where({ demo: true })
      .distinct()
      .orderBy('status')
      .pluck('status');
    expect(statuses).toEqual([
      'accepted',
      'closed',
      'in-progress',
      'raised',
      'resolved',
      'returned',
      'waiting',
      'withdrawn',
    ]);
    expect(await knex.from('escalation')).toHaveLength(12);
    expect(await knex.from('draft')).toHaveLength(1);
    // Each chain is in the order of its days.
    const { rows } = await knex.raw(
      `select count(*)::int as backwards from ledger_entry one
       join ledger_entry next
         on next.chain = one.chain and next.seq = one.seq + 1
       where next.at < one.at`,
    );
    expect(rows[0].backwards).toBe(0);
    const dump = await knex.raw(
      `select string_agg(e::text, '') as all from escalation e`,
    );
    expect(dump.rows[0].all).not.toContain('therapist');
  },
);
