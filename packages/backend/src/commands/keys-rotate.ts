import {
  createHubPool,
  LocalKeyManagement,
  Sealing,
} from '@imsa-hub/core-node';
import { runCommand } from '../setup/runCommand';
import { SCHEMAS } from '../setup/schemas';

runCommand(async ({ config, say }) => {
  const keyManagement = LocalKeyManagement.fromConfig(config);
  const current = keyManagement.currentMasterKeyId();
  for (const schema of SCHEMAS) {
    const knex = createHubPool({ config, schema, max: 2 });
    try {
      if (!(await knex.schema.hasTable('sealed_case'))) {
        say(`${schema}: seals nothing`);
        continue;
      }
      const sealing = new Sealing({ knex, schema, keyManagement });
      const moved = await sealing.rotate();
      say(`${schema}: ${moved} keys moved to master key "${current}"`);
    } finally {
      await knex.destroy();
    }
  }
  say('Master keys that are no longer first in the list can be taken out now.');
});
