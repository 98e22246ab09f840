import knexFactory, { type Knex } from 'knex';

/** Options of {@link migrateSchema}. */
export interface MigrateSchemaOptions {
  /** A pool of the role that owns the hub's schemas. */
  owner: Knex;
  schema: string;
  /** Absolute path of the folder with the schema's migrations. */
  migrations: string;
  /** The running role, which is granted rows but no structure. */
  appRole: string;
}

/**
 * Brings one schema up to date and grants the running role just what it needs:
 * rows of every table, but only reading and adding where the past must stand:
 * in the ledger, and in the tables that the schema's `append_only` names.
 *
 * @returns names of the migrations that were run
 */
export async function migrateSchema(
  options: MigrateSchemaOptions,
): Promise<string[]> {
  const { owner, schema, appRole } = options;
  await owner.raw('create schema if not exists ??', [schema]);
  // Migrations name their tables without a schema, so they run on a
  // connection whose search path is the schema.
  const scoped = knexFactory({
    ...owner.client.config,
    searchPath: [schema],
    pool: { min: 0, max: 2 },
  });
  try {
    const [, run] = await scoped.migrate.latest({
      directory: options.migrations,
      schemaName: schema,
      tableName: 'migration',
      loadExtensions: ['.js'],
    });
    await grant({ owner, schema, appRole });
    return run;
  } finally {
    await scoped.destroy();
  }
}

async function grant(options: {
  owner: Knex;
  schema: string;
  appRole: string;
}): Promise<void> {
  const { owner, schema, appRole } = options;
  await owner.transaction(async trx => {
    await trx.raw('grant usage on schema ?? to ??', [schema, appRole]);
    await trx.raw(
      'grant select, insert, update, delete on all tables in schema ?? to ??',
      [schema, appRole],
    );
    for (const table of ['migration', 'migration_lock']) {
      await trx.raw('revoke all on ??.?? from ??', [schema, table, appRole]);
    }
    for (const table of await appendOnlyTables(trx, schema)) {
      await trx.raw('revoke update, delete, truncate on ??.?? from ??', [
        schema,
        table,
        appRole,
      ]);
    }
  });
}

/** The ledger, and what a schema names in its own table `append_only`. */
async function appendOnlyTables(
  trx: Knex,
  schema: string,
): Promise<readonly string[]> {
  const has = (table: string) => trx.schema.withSchema(schema).hasTable(table);
  const named = (await has('append_only'))
    ? await trx.withSchema(schema).table('append_only').pluck('table_name')
    : [];
  return (await has('ledger_entry')) ? ['ledger_entry', ...named] : named;
}
