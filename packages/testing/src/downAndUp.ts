import { migrateSchema } from '@imsa-hub/core-node';
import knexFactory, { type Knex } from 'knex';
import type { SchemaToMake, TestDatabase } from './createTestDatabase';

/**
 * Takes the migrations of a schema down and up again one by one, on the rows
 * that are there, then all at once.
 *
 * @returns how many there are, and where a step did not leave the tables as they
 *   were before it; nothing where all did
 */
export async function downAndUp(
  input: SchemaToMake & { database: TestDatabase },
): Promise<{ migrations: number; faults: string[] }> {
  const { database, schema, migrations } = input;
  const { owner } = database;
  const scoped = knexFactory({
    ...owner.client.config,
    searchPath: [schema],
    pool: { min: 0, max: 1 },
  });
  const options = {
    directory: migrations,
    schemaName: schema,
    tableName: 'migration',
    loadExtensions: ['.js'],
  };
  const faults: string[] = [];
  const whole = await shapeOf(owner, schema);
  const steps = [whole];
  try {
    for (;;) {
      const [, undone]: [number, string[]] = await scoped.migrate.down(options);
      const [name] = undone;
      if (!name) break;
      steps.push(await shapeOf(owner, schema));
      if (same(steps.at(-1), steps.at(-2))) {
        faults.push(`${name} takes nothing down`);
      }
    }
    if (steps.at(-1)?.length) faults.push('something is left at the end');
    for (const expected of steps.slice(0, -1).reverse()) {
      const [, done]: [number, string[]] = await scoped.migrate.up(options);
      if (!same(await shapeOf(owner, schema), expected)) {
        faults.push(`${done[0]} does not come up as it was`);
      }
    }
    await scoped.migrate.rollback(options, true);
    if ((await shapeOf(owner, schema)).length > 0) {
      faults.push('something is left when all are taken down at once');
    }
  } finally {
    await scoped.destroy();
  }
  await migrateSchema({ owner, schema, migrations, appRole: 'hub_app' });
  if (!same(await shapeOf(owner, schema), whole)) {
    faults.push('all at once do not come up as they were');
  }
  return { migrations: steps.length - 1, faults };
}

const same = (one?: readonly string[], other?: readonly string[]) =>
  one?.join('\n') === other?.join('\n');

// A rule taken back to an older form is put on new rows only (`not valid`).
/** Indexes, columns and constraints of a schema, and what may only be added to. */
async function shapeOf(knex: Knex, schema: string): Promise<string[]> {
  const { rows } = await knex.raw(
    `select indexdef as line from pg_indexes where schemaname = :schema
     union all select table_name || '.' || column_name
       from information_schema.columns where table_schema = :schema
     union all select conrelid::regclass || ' ' || pg_get_constraintdef(oid)
       from pg_constraint where connamespace = to_regnamespace(:schema)
     order by 1`,
    { schema },
  );
  const shape = rows
    .map(({ line }: { line: string }) => line.replace(/ NOT VALID$/, ''))
    .filter((line: string) => !line.includes('migration'));
  const isKept = shape.includes('append_only.table_name');
  const kept: string[] = isKept
    ? await knex.withSchema(schema).from('append_only').pluck('table_name')
    : [];
  return [...shape, ...kept.sort().map(table => `${table} is only added to`)];
}
