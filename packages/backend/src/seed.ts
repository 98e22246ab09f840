import { createHubPool, createUnitOfWork, readKey } from '@imsa-hub/core-node';
import { fixedDeadlines, lawAsShipped } from '@imsa-hub/deadlines-node';
import {
  createAdvice,
  createTriageRules,
  seedAdvice,
  seedMailbox,
} from '@imsa-hub/advice-backend';
import { demoPersonId, seedNetwork } from '@imsa-hub/network-backend';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { resolve } from 'node:path';
import { createCommandHub } from './setup/commandHub';
import { runCommand } from './setup/runCommand';
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
  await seedAdviceLine({ config, say });
  const cases = await seedComplexCases({ config, catalogFolder: CATALOG });
  say(`escalations: ${cases} invented cases added`);
});

interface Command {
  config: RootConfigService;
  say(line: string): void;
}

async function seedAdviceLine({ config, say }: Command): Promise<void> {
  const hub = createCommandHub({ config, pluginId: 'advice' });
  try {
    const services = createAdvice({
      hub,
      deadlines: fixedDeadlines(lawAsShipped(CATALOG)),
      extensions: {
        triageRules: createTriageRules().rules,
        templates: () => [],
        columns: () => [],
      },
      doorsOf: () => [],
    });
    const queries = await seedAdvice({
      services,
      catalogFolder: CATALOG,
      personId: demoPersonId,
    });
    const mails = await seedMailbox({
      mailbox: services.mailbox,
      catalogFolder: CATALOG,
    });
    say(`advice: ${queries} invented queries and ${mails} mails added`);
  } finally {
    await hub.database.destroy();
  }
}
