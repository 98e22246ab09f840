import { migrateSchema } from '@imsa-hub/core-node';
import { createTestDatabase } from '@imsa-hub/testing';
import knexFactory, { type Knex } from 'knex';
import { resolve } from 'node:path';

const MIGRATIONS = resolve(__dirname, '../migrations');
const SCHEMA = 'escalations';

const shape = async (knex: Knex): Promise<string[]> => {
  const { rows } = await knex.raw(
    `select indexdef as line from pg_indexes where schemaname = '${SCHEMA}'
     union all select table_name || '.' || column_name
       from information_schema.columns where table_schema = '${SCHEMA}'
     order by 1`,
  );
  return rows
    .map((row: { line: string }) => row.line)
    .filter((line: string) => !line.includes('migration'));
};

test('each migration down and up again on filled tables', async () => {
  const database = await createTestDatabase({
    schemas: [{ schema: SCHEMA, migrations: MIGRATIONS }],
  });
  const { owner } = database;
  const scoped = knexFactory({ ...owner.client.config, searchPath: [SCHEMA] });
  const options = {
    directory: MIGRATIONS,
    schemaName: SCHEMA,
    tableName: 'migration',
  };
  try {
    await scoped.raw(
      `insert into escalation (id, reference, type, status, case_reference,
         nation, region, areas, tier, consent, nrm_consent, raised_by,
         raised_at, rank, press_on, state_since, sealed_asked_of_hub,
         sealed_options_explained, released_at)
       select 'e' || n, 'ESC-' || n, 'general', 'accepted', 'NG-1', 'england',
         'london', '{}', 'advice', 'given', 'refused', 'ada', now(), 1,
         current_date, now(), 'x', 'x', now() from generate_series(1, 500) n`,
    );
    const whole = await shape(owner);
    const steps = [whole];
    while (steps.at(-1)?.length) {
      await scoped.migrate.down(options);
      steps.push(await shape(owner));
      // One that takes nothing away would go on for ever.
      expect(steps.at(-1)).not.toEqual(steps.at(-2));
    }
    for (const expected of steps.slice(0, -1).reverse()) {
      await scoped.migrate.up(options);
      expect(await shape(owner)).toEqual(expected);
    }
  } finally {
    await scoped.destroy();
  }
  await migrateSchema({
    owner,
    schema: SCHEMA,
    migrations: MIGRATIONS,
    appRole: 'hub_app',
  });
  await expect(
    database.app(SCHEMA).from('retention_step').delete(),
  ).rejects.toThrow('permission denied');
  await database.destroy();
});
