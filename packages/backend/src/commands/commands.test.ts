import { createUnitOfWork } from '@imsa-hub/core-node';
import { createTestDatabase, type TestDatabase } from '@imsa-hub/testing';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { migrationsOf, SCHEMAS } from '../setup/schemas';

const KEY = Buffer.alloc(32, 7);
const BACKEND = resolve(__dirname, '../..');
/** A process that compiles as it starts, on a machine that is busy. */
const LONG = 240_000;

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase({
    schemas: SCHEMAS.map(schema => ({
      schema,
      migrations: migrationsOf(schema),
    })),
  });
  folder = await mkdtemp(join(tmpdir(), 'hub-commands-'));
  await writeFile(
    join(folder, 'config.json'),
    JSON.stringify({
      hub: {
        database: { connection: database.connection },
        ledger: { key: KEY.toString('base64'), headsFolder: folder },
      },
    }),
  );
}, LONG);
afterAll(async () => {
  await database?.destroy();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a command as `npm run` does, and says how it ended. */
function run(name: string, options: { args?: string[]; demo?: boolean } = {}) {
  const { HUB_DEMO: _demo, ...env } = process.env;
  return new Promise<{ code: number; out: string; said: string }>(done => {
    execFile(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
        join(BACKEND, `src/commands/${name}.ts`),
        '--config',
        join(folder, 'config.json'),
        ...(options.args ?? []),
      ],
      {
        cwd: BACKEND,
        env: {
          ...env,
          POSTGRES_OWNER_USER: 'hub_owner',
          POSTGRES_OWNER_PASSWORD: 'test',
          ...(options.demo ? { HUB_DEMO: '1' } : {}),
        },
      },
      (error, out, said) => done({ code: Number(error?.code ?? 0), out, said }),
    );
  });
}

const change = (schema: string, subject: string) =>
  createUnitOfWork({
    knex: database.app(schema),
    ledgerKey: KEY,
    pluginId: schema,
  }).run({ id: 'p1', chain: 'northgate' }, async unit =>
    unit.record({ type: `${schema}.changed`, subject }),
  );
const entries = (schema: string) =>
  database.owner.withSchema(schema).from('ledger_entry');

describe('audit:verify', () => {
  beforeAll(async () => {
    for (const subject of ['a', 'b', 'c']) await change('advice', subject);
    await change('network', 'a');
  });

  test(
    'ends well with a whole ledger, and says what it looked at',
    async () => {
      const { code, out } = await run('audit-verify');
      expect(out).toMatch(/^advice: 3 entries, 1 chains, .* 0 faults$/m);
      expect(out).toMatch(/^network: 1 entries, 1 chains, .* 0 faults$/m);
      for (const schema of SCHEMAS) expect(out).toContain(`${schema}: `);
      expect(out).toContain('The ledger is whole');
      expect(code).toBe(0);
    },
    LONG,
  );

  test(
    'names what was tampered with, and ends so that a script hears of it',
    async () => {
      const row = await entries('advice').where({ seq: 2 }).first();
      await entries('advice').where({ seq: 2 }).update({ why: 'otherwise' });
      const { code, out } = await run('audit-verify');
      await entries('advice').where({ seq: 2 }).update({ why: row.why });
      expect(out).toContain(
        `advice, chain northgate, entry 2 (${row.id}): this entry was changed or does not belong here`,
      );
      expect(out).toContain('The ledger was tampered with');
      expect(code).toBe(1);
    },
    LONG,
  );
});

describe('demo:empty', () => {
  beforeAll(async () => {
    await database.app('network').from('organisation').insert({
      id: '01hq3v5k8m0000000000000099',
      name: 'Northgate',
      sort_name: 'northgate',
      sector: 'ngo',
      nation: 'england',
      area: 'North',
      joined_on: '2024-01-01',
    });
    await database.app('notifications').from('preference').insert({
      person_id: 'p1',
      mail: true,
    });
  });

  const counts = async () => {
    const count = async (schema: string, table: string) => {
      const [row] = await database.owner
        .withSchema(schema)
        .from(table)
        .count('* as n');
      return Number(row?.n);
    };
    return {
      preferences: await count('notifications', 'preference'),
      organisations: await count('network', 'organisation'),
      entries: await count('advice', 'ledger_entry'),
      migrations: await count('advice', 'migration'),
    };
  };

  test(
    'does nothing to a hub that is no demo',
    async () => {
      const before = await counts();
      expect(before).toMatchObject({ preferences: 1, organisations: 1 });
      const { code, said } = await run('demo-empty', { args: ['--all'] });
      expect(code).toBe(1);
      expect(said).toContain('Nothing was deleted');
      expect(await counts()).toEqual(before);
    },
    LONG,
  );

  test(
    'empties a demo, keeps the register unless told, and the ledger always',
    async () => {
      const before = await counts();
      const first = await run('demo-empty', { demo: true });
      expect([first.code, first.said]).toEqual([0, '']);
      expect(first.out).toContain(
        'The register of people and organisations stays',
      );
      expect(await counts()).toEqual({
        ...before,
        preferences: 0,
        entries: before.entries + 1,
      });
      const second = await run('demo-empty', { demo: true, args: ['--all'] });
      expect([second.code, second.said]).toEqual([0, '']);
      expect(await counts()).toMatchObject({ organisations: 0 });
      // The chains go on, and say that it was done.
      const { code, out } = await run('audit-verify');
      expect([code, out]).toEqual([0, expect.stringContaining('is whole')]);
      expect(
        await entries('network').where({ type: 'network.demo-emptied' }),
      ).toHaveLength(1);
    },
    LONG,
  );
});
