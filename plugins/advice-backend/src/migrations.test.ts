import { migrateSchema } from '@imsa-hub/core-node';
import knexFactory, { type Knex } from 'knex';
import { resolve } from 'node:path';
import { aQueue, type Queue } from './testing/aQueue';

const MIGRATIONS = resolve(__dirname, '../migrations');

let queue: Queue;
beforeAll(async () => {
  queue = await aQueue({ count: 500, open: 0.5 });
}, 60_000);
afterAll(() => queue?.database.destroy());

const shape = async (knex: Knex): Promise<string[]> => {
  const { rows } = await knex.raw(
    `select indexdef as line from pg_indexes where schemaname = 'advice'
     union all select table_name || '.' || column_name
       from information_schema.columns where table_schema = 'advice'
     union all select conrelid::regclass || ' ' || pg_get_constraintdef(oid)
       from pg_constraint where connamespace = 'advice'::regnamespace
     order by 1`,
  );
  return rows
    .map((row: { line: string }) => row.line)
    .filter((line: string) => !line.includes('migration'));
};

test('each migration down and up again on a filled advice line', async () => {
  const { owner } = queue.database;
  const whole = await shape(owner);
  const scoped = knexFactory({
    ...owner.client.config,
    searchPath: ['advice'],
  });
  const options = {
    directory: MIGRATIONS,
    schemaName: 'advice',
    tableName: 'migration',
  };
  const steps = [whole];
  try {
    while (steps.at(-1)?.length) {
      await scoped.migrate.down(options);
      steps.push(await shape(owner));
      // One that takes nothing away would go on for ever.
      expect(steps.at(-1)).not.toEqual(steps.at(-2));
    }
    expect(steps.length).toBeGreaterThan(2);
    for (const expected of steps.slice(0, -1).reverse()) {
      await scoped.migrate.up(options);
      expect(await shape(owner)).toEqual(expected);
    }
    await scoped.migrate.rollback(options, true);
    expect(await shape(owner)).toEqual([]);
  } finally {
    await scoped.destroy();
  }
  await migrateSchema({
    owner,
    schema: 'advice',
    migrations: MIGRATIONS,
    appRole: 'hub_app',
  });
  expect(await shape(owner)).toEqual(whole);
});
