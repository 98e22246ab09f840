import { createUnitOfWork, readKey } from '@imsa-hub/core-node';
import type { Config } from '@backstage/config';
import { ownerPool } from '../setup/ownerPool';
import { runCommand } from '../setup/runCommand';
import type { Schema } from '../setup/schemas';

/** What stays: the past, and the record of which migrations were run. */
const KEPT = [
  'ledger_entry',
  'ledger_head',
  'migration',
  'migration_lock',
  // Without it the next start would let the running role change the past.
  'append_only',
];

runCommand(async ({ config, say }) => {
  if (process.env.HUB_DEMO !== '1') {
    throw new Error(
      'This empties a demo, and this hub is none (HUB_DEMO is not 1). Nothing was deleted.',
    );
  }
  const withRegister = process.argv.includes('--all');
  const schemas: Schema[] = ['advice', 'escalations', 'notifications'];
  if (withRegister) schemas.push('network');
  for (const schema of schemas) {
    const tables = await empty({ config, schema });
    say(`${schema}: ${tables.length} tables emptied`);
  }
  say(
    withRegister
      ? 'The register is empty too: nobody can sign in until it is filled again.'
      : 'The register of people and organisations stays; to empty it as well, add --all.',
  );
  say('The ledger stays, and says that this was done.');
});

async function empty(options: {
  config: Config;
  schema: Schema;
}): Promise<string[]> {
  const { config, schema } = options;
  const knex = ownerPool({ config, schema });
  try {
    const work = createUnitOfWork({
      knex,
      ledgerKey: readKey(config, 'hub.ledger.key'),
      pluginId: schema,
    });
    return await work.run({ id: 'system', chain: 'system' }, async unit => {
      const tables: string[] = await unit.trx
        .withSchema('pg_catalog')
        .from('pg_tables')
        .where({ schemaname: schema })
        .whereNotIn('tablename', KEPT)
        .orderBy('tablename')
        .pluck('tablename');
      if (tables.length === 0) return tables;
      await unit.trx.raw(
        `truncate ${tables.map(() => '??.??').join(', ')}`,
        tables.flatMap(table => [schema, table]),
      );
      unit.record({
        type: `${schema}.demo-emptied`,
        subject: `${schema}:demo`,
        publish: false,
      });
      return tables;
    });
  } finally {
    await knex.destroy();
  }
}
