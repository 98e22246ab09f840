import { createTestDatabase, type TestDatabase } from '@imsa-hub/testing';
import type { Knex } from 'knex';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foundationSchema } from '../__testUtils__/foundation';
import { createUnitOfWork } from './createUnitOfWork';
import { createHeadExporter, readExportedHeads } from './exportHeads';
import { entryMac } from './ledgerChain';
import { toEntry, verifyLedger } from './verifyLedger';

const ledgerKey = Buffer.alloc(32, 3);
const schema = 'foundation';

describe('verifyLedger', () => {
  let database: TestDatabase;
  let knex: Knex;
  let folder: string;
  let chain: string;
  let count = 0;

  beforeAll(async () => {
    database = await createTestDatabase({ schemas: [foundationSchema] });
    knex = database.app(schema);
  });
  afterAll(() => database?.destroy());

  beforeEach(async () => {
    count += 1;
    chain = `organisation-${count}`;
    folder = await mkdtemp(join(tmpdir(), 'heads-'));
    await append(10);
  });
  afterEach(async () => {
    await owner().where({ chain }).delete();
    await owner('ledger_head').where({ chain }).delete();
    await rm(folder, { recursive: true });
  });

  const owner = (table = 'ledger_entry') =>
    database.owner.withSchema(schema).from(table);
  const exportHeads = () =>
    createHeadExporter({ knex, schema, folder, ledgerKey })();
  const readHeads = () =>
    readExportedHeads({ folder, schema, ledgerKeys: [ledgerKey] });
  const verify = async () =>
    verifyLedger({
      knex,
      schema,
      ledgerKeys: [ledgerKey],
      heads: await readHeads(),
    });
  const seqsOfFaults = async () => [
    ...new Set((await verify()).faults.map(fault => fault.seq)),
  ];

  async function append(entries: number, key = ledgerKey): Promise<void> {
    const work = createUnitOfWork({ knex, ledgerKey: key, pluginId: schema });
    for (let index = 0; index < entries; index += 1) {
      await work.run({ id: 'p1', chain, origin: 'o' }, async unit =>
        unit.record({
          type: 'foundation.changed',
          subject: `item:${index}`,
          before: { index },
          after: { index: index + 1 },
          why: 'because',
        }),
      );
    }
  }

  it('finds nothing wrong with a whole ledger', async () => {
    expect(await verify()).toEqual({
      entries: 10,
      chains: 1,
      headsChecked: 0,
      faults: [],
    });
    expect(await exportHeads()).toBe(1);
    await append(3);
    await exportHeads();
    expect(await verify()).toMatchObject({ headsChecked: 2, faults: [] });
  });

  it.each([
    ['at', "at + interval '1 millisecond'"],
    ['at', "at + interval '1 microsecond'"],
    ['actor', "'p2'"],
    ['origin', 'null'],
    ['type', "'foundation.other'"],
    ['subject', "'item:99'"],
    ['before_digest', 'after_digest'],
    ['after_digest', 'null'],
    ['why', "'otherwise'"],
    ['publish', 'not publish'],
    ['prev_mac', "repeat('a', 64)"],
    ['mac', "repeat('a', 64)"],
    ['id', "'01hq3v5k8m0000000000000abc'"],
  ])('names the entry whose %s was flipped', async (column, value) => {
    await owner()
      .where({ chain, seq: 4 })
      .update({ [column]: database.owner.raw(value) });
    const { faults } = await verify();
    const changed = faults.filter(fault => fault.what.includes('was changed'));
    expect(changed.map(fault => fault.seq)).toEqual([4]);
    expect(changed[0]?.entryId).toBeDefined();
  });

  it.each([1, 5])('names the place of deleted entry %i', async seq => {
    await owner().where({ chain, seq }).delete();
    expect((await verify()).faults).toEqual([
      { chain, seq, what: 'an entry is missing here' },
    ]);
  });

  it('names every place where several were deleted', async () => {
    await owner().where({ chain }).whereIn('seq', [3, 4, 8]).delete();
    expect(await seqsOfFaults()).toEqual([3, 4, 8]);
  });

  it('names an entry that was put in', async () => {
    const row = await owner().where({ chain, seq: 10 }).first();
    await owner().insert({ ...row, id: 'forged', seq: 11, prev_mac: row.mac });
    const { faults } = await verify();
    expect(faults).toContainEqual({
      chain,
      seq: 11,
      entryId: 'forged',
      what: 'this entry was changed or does not belong here',
    });
  });

  it('names an entry that replaced a deleted one', async () => {
    const row = await owner().where({ chain, seq: 2 }).first();
    await owner().where({ chain, seq: 6 }).delete();
    await owner().insert({ ...row, id: 'forged', seq: 6 });
    expect(await seqsOfFaults()).toContain(6);
  });

  it('names entries that changed places', async () => {
    await owner().where({ chain, seq: 3 }).update({ seq: -1 });
    await owner().where({ chain, seq: 7 }).update({ seq: 3 });
    await owner().where({ chain, seq: -1 }).update({ seq: 7 });
    expect(await seqsOfFaults()).toEqual(expect.arrayContaining([3, 7]));
  });

  it('names an entry that was carried to another chain', async () => {
    await owner().where({ chain, seq: 10 }).update({ chain: 'elsewhere' });
    const { faults } = await verify();
    expect(faults.some(fault => fault.chain === 'elsewhere')).toBe(true);
    expect(faults.some(fault => fault.chain === chain)).toBe(true);
    await owner().where({ chain: 'elsewhere' }).delete();
  });

  it('sees a cut tail even when the stored head was cut to match', async () => {
    await exportHeads();
    await owner().where({ chain }).where('seq', '>', 7).delete();
    const last = await owner().where({ chain, seq: 7 }).first('mac');
    await owner('ledger_head')
      .where({ chain })
      .update({ seq: 7, mac: last.mac });
    expect((await verify()).faults).toEqual([
      expect.objectContaining({
        chain,
        seq: 10,
        what: expect.stringContaining('the chain ends at 7'),
      }),
    ]);
  });

  it('sees a chain that was taken away as a whole', async () => {
    await exportHeads();
    await owner().where({ chain }).delete();
    await owner('ledger_head').where({ chain }).delete();
    expect(await seqsOfFaults()).toContain(10);
  });

  it('sees a tail that was cut and written anew', async () => {
    await exportHeads();
    await owner().where({ chain }).where('seq', '>', 7).delete();
    const last = await owner().where({ chain, seq: 7 }).first('mac');
    await owner('ledger_head')
      .where({ chain })
      .update({ seq: 7, mac: last.mac });
    await append(5);
    expect((await verify()).faults).toEqual([
      expect.objectContaining({
        seq: 10,
        what: 'this entry is not the one that was exported',
      }),
    ]);
  });

  it('sees a stored head that points elsewhere', async () => {
    await owner('ledger_head').where({ chain }).update({ seq: 12 });
    expect((await verify()).faults).toEqual([
      { chain, seq: 10, what: 'the stored head is not the last entry' },
    ]);
  });

  describe('whose key was changed', () => {
    const newer = Buffer.alloc(32, 4);
    const faultsWith = async (ledgerKeys: Buffer[]) => {
      const heads = await readExportedHeads({ folder, schema, ledgerKeys });
      const { faults } = await verifyLedger({
        knex,
        schema,
        ledgerKeys,
        heads,
      });
      return faults.map(({ seq }) => seq);
    };

    beforeEach(async () => {
      await exportHeads();
      await append(3, newer);
      await createHeadExporter({ knex, schema, folder, ledgerKey: newer })();
    });

    it('is whole under both, in their order', async () => {
      expect(await faultsWith([ledgerKey, newer])).toEqual([]);
      expect(await faultsWith([newer, ledgerKey])).toEqual([11, 12, 13]);
      await expect(faultsWith([newer])).rejects.toThrow('altered');
    });

    it('takes nothing under the older one after the newer one', async () => {
      // Whoever has the key that was changed goes on writing with it.
      await append(1);
      expect(await faultsWith([ledgerKey, newer])).toEqual([14]);
    });

    it('shows an older entry that was written anew', async () => {
      const row = await owner().where({ chain, seq: 10 }).first();
      const forged = { ...toEntry(row), actor: 'somebody else' };
      await owner()
        .where({ chain, seq: 10 })
        .update({ actor: forged.actor, mac: entryMac(ledgerKey, forged) });
      expect(new Set(await faultsWith([ledgerKey, newer]))).toEqual(
        new Set([10, 11]),
      );
    });
  });

  it('refuses a head file that was altered', async () => {
    await exportHeads();
    const file = join(folder, `${schema}.jsonl`);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('"seq":10', '"seq":7'));
    await expect(readHeads()).rejects.toThrow('line 1: this line was altered');
    await writeFile(file, text);
    await appendFile(file, text.replace(/\t.*/, '\tdeadbeef'));
    await expect(readHeads()).rejects.toThrow('line 2: this line was altered');
  });
});
