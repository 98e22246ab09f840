import { migrateSchema } from '@imsa-hub/core-node';
import { basename } from 'node:path';
import { ownerPool } from './setup/ownerPool';
import { runCommand } from './setup/runCommand';
import { migrationsOf, SCHEMAS } from './setup/schemas';

runCommand(async ({ config, say }) => {
  const owner = ownerPool({ config });
  const appRole = config.getString('hub.database.connection.user');
  try {
    for (const schema of SCHEMAS) {
      const migrations = migrationsOf(schema);
      const run = await migrateSchema({ owner, schema, migrations, appRole });
      say(
        run.length === 0
          ? `${schema}: nothing to do`
          : `${schema}: ran ${run.map(file => basename(file)).join(', ')}`,
      );
    }
  } finally {
    await owner.destroy();
  }
});
