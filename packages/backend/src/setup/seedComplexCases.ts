import type { RootConfigService } from '@backstage/backend-plugin-api';
import { fixedDeadlines, lawAsShipped } from '@imsa-hub/deadlines-node';
import {
  createEscalations,
  createEscalationTypes,
  seedCases,
} from '@imsa-hub/escalations-backend';
import { demoOrganisationId, demoPersonId } from '@imsa-hub/network-backend';
import { openPeopleDirectory } from '@imsa-hub/network-node';
import { HubPolicyImplementation } from '@imsa-hub/permission-backend-module-hub';
import { createCommandHub } from './commandHub';

/**
 * Adds the invented cases, as the people of the demo network do them: with
 * their roles, in the order of their days.
 *
 * @returns how many were added; none where they are there
 */
export async function seedComplexCases(options: {
  config: RootConfigService;
  catalogFolder: string;
}): Promise<number> {
  const { config, catalogFolder } = options;
  let clock = new Date();
  const policy = new HubPolicyImplementation();
  const people = await openPeopleDirectory({ config });
  const hub = createCommandHub({
    config,
    pluginId: 'escalations',
    people,
    permissions: {
      may: (person, permission) =>
        policy.decide(person, permission).result === 'ALLOW',
      decide: (person, permission) => policy.decide(person, permission),
    },
    now: () => clock,
  });
  try {
    return await seedCases({
      services: createEscalations({
        hub,
        deadlines: fixedDeadlines(lawAsShipped(catalogFolder)),
        types: createEscalationTypes(),
      }),
      catalogFolder,
      personId: demoPersonId,
      organisationId: demoOrganisationId,
      setClock: moment => {
        clock = moment;
      },
    });
  } finally {
    await hub.database.destroy();
    await people.close();
  }
}
