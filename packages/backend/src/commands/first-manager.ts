import { createHubPool, createUnitOfWork, readKey } from '@imsa-hub/core-node';
import {
  enterFirstManager,
  FirstManagerSchema,
} from '@imsa-hub/network-backend';
import { parseArgs } from 'node:util';
import { runCommand } from '../setup/runCommand';

const USAGE =
  'npm run hub:first-manager -- --name "Their Name" --email name@organisation.org --organisation "Its name" --nation england --area "Its town or area"';

runCommand(async ({ config, say }) => {
  const manager = readManager();
  const knex = createHubPool({ config, schema: 'network', max: 2 });
  try {
    const ledgerKey = readKey(config, 'hub.ledger.key');
    const work = createUnitOfWork({ knex, ledgerKey, pluginId: 'network' });
    const entered = await enterFirstManager({ work, manager });
    say(
      entered.isNewOrganisation
        ? `${manager.organisation} is entered as the Hub.`
        : `${manager.organisation} was in the register already.`,
    );
    say(
      `${manager.name} is Hub Manager from today, and signs in with ${manager.email} once the provider says that the address is verified.`,
    );
  } finally {
    await knex.destroy();
  }
});

function readManager() {
  const text = { type: 'string' as const };
  const { values } = parseArgs({
    options: {
      name: text,
      email: text,
      organisation: text,
      nation: text,
      area: text,
      // Read by the configuration.
      config: { type: 'string', multiple: true },
    },
  });
  const { config: _files, ...given } = values;
  const parsed = FirstManagerSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const missing = parsed.error.issues.map(
    ({ path, message }) =>
      `- --${path.join('.')}: ${given[path[0] as keyof typeof given] === undefined ? 'is needed' : message}`,
  );
  throw new Error(
    `Nothing was entered.\n${missing.join('\n')}\n\nUse it like this:\n${USAGE}`,
  );
}
