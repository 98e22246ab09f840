import { createHubPool, createUnitOfWork, readKey } from '@imsa-hub/core-node';
import { seedNetwork } from '@imsa-hub/network-backend';
import { resolve } from 'node:path';
import { runCommand } from './setup/runCommand';
import { seedAdviceLine } from './setup/seedAdviceLine';
import { seedComplexCases } from './setup/seedComplexCases';

const CATALOG = resolve(__dirname, '../../../catalog');
const NETWORK = resolve(CATALOG, 'demo/network.yaml');

runCommand(async ({ config, say }) => {
  if (process.env.HUB_DEMO !== '1') {
    throw new Error('The demo network is only for a demo: HUB_DEMO is not 1');
  }
  const ledgerKey = readKey(config, 'hub.ledger.key');
  const knex = createHubPool({ config, schema: 'network' });
  try {
    const added = await seedNetwork({
      knex,
      yaml: NETWORK,
      work: createUnitOfWork({ knex, ledgerKey, pluginId: 'network' }),
    });
    say(
      `network: ${added.organisations} organisations and ${added.people} people added`,
    );
  } finally {
    await knex.destroy();
  }
  const { queries, mails } = await seedAdviceLine({
    config,
    catalogFolder: CATALOG,
  });
  say(`advice: ${queries} invented queries and ${mails} mails added`);
  const cases = await seedComplexCases({ config, catalogFolder: CATALOG });
  say(`escalations: ${cases} invented cases added`);
});
