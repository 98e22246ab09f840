import { createTestDatabase, type TestDatabase } from '@imsa-hub/testing';
import knexFactory, { type Knex } from 'knex';
import { foundationSchema } from '../__testUtils__/foundation';
import { createUnitOfWork } from './createUnitOfWork';
import { canonicalJson, stateDigest } from './ledgerChain';
import { verifyLedger } from './verifyLedger';

const ledgerKey = Buffer.alloc(32, 7);
const schema = 'foundation';

describe('ledger', () => {
  let database: TestDatabase;
  let knex: Knex;

  beforeAll(async () => {
    database = await createTestDatabase({ schemas: [foundationSchema] });
    knex = database.app(schema);
  });
  afterAll(() => database?.destroy());

  const workOf = (key = ledgerKey) =>
    createUnitOfWork({ knex, ledgerKey: key, pluginId: schema });
  const verify = () =>
    verifyLedger({ knex, schema, ledgerKeys: [ledgerKey], heads: [] });

  it('keeps a row and its entry together, or neither', async () => {
    const work = workOf();
    await work.run({ id: 'p1', chain: 'together' }, async unit => {
      await unit.trx.table('item').insert({ id: 'kept' });
      unit.record({ type: 'foundation.item-made', subject: 'item:kept' });
    });
    const failing = work.run({ id: 'p1', chain: 'together' }, async unit => {
      await unit.trx.table('item').insert({ id: 'lost' });
      unit.record({ type: 'foundation.item-made', subject: 'item:lost' });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');

    expect(await knex.table('item').pluck('id')).toEqual(['kept']);
    expect(
      await knex
        .table('ledger_entry')
        .where({ chain: 'together' })
        .pluck('subject'),
    ).toEqual(['item:kept']);
    expect(
      await knex.table('ledger_head').where({ chain: 'together' }).first('seq'),
    ).toEqual({ seq: '1' });
    expect(await knex.table('ledger_outbox')).toHaveLength(1);
  });

  it('writes nothing where nothing was recorded', async () => {
    await workOf().run({ id: 'p1', chain: 'silent' }, async () => undefined);
    expect(await knex.table('ledger_head').where({ chain: 'silent' })).toEqual(
      [],
    );
  });

  it('does not publish what is not to be published', async () => {
    await workOf().run({ id: 'p1', chain: 'quiet' }, async unit => {
      unit.record({
        type: 'foundation.read',
        subject: 'item:1',
        publish: false,
      });
      unit.record({ type: 'foundation.told', subject: 'item:1' });
    });
    const told = await knex
      .from('ledger_outbox')
      .join('ledger_entry', 'id', 'entry_id')
      .where({ chain: 'quiet' })
      .pluck('type');
    expect(told).toEqual(['foundation.told']);
  });

  it('chains 50 appends at once on one chain, beside others', async () => {
    const work = workOf();
    const chains = ['busy', 'busy', 'busy', 'other', 'third'];
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        work.run({ id: `p${index}`, chain: 'busy' }, async unit => {
          unit.record({
            type: 'foundation.counted',
            subject: `item:${index}`,
            before: { index },
            after: { index: index + 1 },
            why: 'counted',
          });
        }),
      ).concat(
        chains.map((chain, index) =>
          work.run({ id: 'p', chain }, async unit => {
            unit.record({ type: 'foundation.one', subject: `item:${index}` });
            unit.record({ type: 'foundation.two', subject: `item:${index}` });
          }),
        ),
      ),
    );
    const seqs = await knex
      .table('ledger_entry')
      .where({ chain: 'busy' })
      .orderBy('seq')
      .pluck('seq');
    expect(seqs.map(Number)).toEqual(
      Array.from({ length: 56 }, (_, i) => i + 1),
    );
    const verdict = await verify();
    expect(verdict.faults).toEqual([]);
    expect(verdict.chains).toBeGreaterThanOrEqual(5);
  });

  it('holds digests of states, never the states', async () => {
    await workOf().run({ id: 'p1', chain: 'digests' }, async unit => {
      unit.record({
        type: 'foundation.changed',
        subject: 'item:1',
        before: { words: 'zebra-canary' },
        after: { words: 'heron-canary' },
      });
    });
    const rows = await knex.table('ledger_entry').where({ chain: 'digests' });
    expect(JSON.stringify(rows)).not.toMatch(/zebra|heron/);
    expect(rows[0].before_digest).toBe(
      stateDigest(ledgerKey, { words: 'zebra-canary' }),
    );
  });

  it('is not believed by another key', async () => {
    const verdict = await verifyLedger({
      knex,
      schema,
      ledgerKeys: [Buffer.alloc(32, 8)],
      heads: [],
    });
    expect(verdict.faults.length).toBeGreaterThanOrEqual(verdict.entries);
  });

  it.each([
    ['update', "update ledger_entry set why = 'better'"],
    ['delete', 'delete from ledger_entry'],
    ['truncate', 'truncate ledger_entry'],
    ['drop', 'drop table ledger_entry'],
    ['alter', 'alter table ledger_entry add column more text'],
    ['create', 'create table mine (id text)'],
  ])('the running role may not %s', async (_, statement) => {
    await expect(knex.raw(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('can be taken away and made again', async () => {
    const other = await createTestDatabase({ schemas: [foundationSchema] });
    try {
      const settings = {
        directory: foundationSchema.migrations,
        schemaName: schema,
        tableName: 'migration',
        loadExtensions: ['.js'],
      };
      // As the migration runner does: unqualified names are the schema's.
      const owner = knexFactory({
        ...other.owner.client.config,
        searchPath: [schema],
      });
      await owner.migrate.rollback(settings, true);
      const left = await owner('pg_tables')
        .where({ schemaname: schema })
        .whereNot('tablename', 'like', 'migration%')
        .pluck('tablename');
      expect(left).toEqual([]);
      await owner.migrate.latest(settings);
      await owner.destroy();
    } finally {
      await other.destroy();
    }
  });
});

describe('canonical JSON', () => {
  it.each([
    ['the order of keys', { b: 1, a: 2 }, { a: 2, b: 1 }, true],
    ['nested keys', { x: { b: 1, a: [2] } }, { x: { a: [2], b: 1 } }, true],
    ['absent and undefined', { a: 1, b: undefined }, { a: 1 }, true],
    ['null and absent', { a: null }, {}, false],
    ['the order of items', { a: [1, 2] }, { a: [2, 1] }, false],
    ['a number and its text', { a: 1 }, { a: '1' }, false],
    ['two moments', { at: new Date(1) }, { at: new Date(2) }, false],
    [
      'a moment and its text',
      { at: new Date(0) },
      { at: '1970-01-01T00:00:00.000Z' },
      true,
    ],
  ])('on %s', (_, one, other, equal) => {
    expect(canonicalJson(one) === canonicalJson(other)).toBe(equal);
  });
});
