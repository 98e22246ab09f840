import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { DemoFoundation } from '@imsa-hub/core-node';
import { demoOrganisationId, demoPersonId } from '@imsa-hub/network-backend';
import { openPeopleDirectory } from '@imsa-hub/network-node';
import { HubPolicyImplementation } from '@imsa-hub/permission-backend-module-hub';
import { createCommandHub } from './commandHub';

/**
 * Lends a plugin's foundation on which the people of the demo network act with
 * the roles that they have, by a clock that can be set; closed afterwards.
 */
export async function withDemoHub<T>(options: {
  config: RootConfigService;
  pluginId: string;
  /** The moment that the demo's days are counted from; now unless told. */
  now?: Date;
  use(foundation: DemoFoundation): Promise<T>;
}): Promise<T> {
  const { config, pluginId, now = new Date() } = options;
  let clock = now;
  const policy = new HubPolicyImplementation();
  const people = await openPeopleDirectory({ config });
  const hub = createCommandHub({
    config,
    pluginId,
    people,
    permissions: {
      may: (person, permission) =>
        policy.decide(person, permission).result === 'ALLOW',
      decide: (person, permission) => policy.decide(person, permission),
    },
    now: () => clock,
  });
  try {
    return await options.use({
      hub,
      people,
      personId: demoPersonId,
      organisationId: demoOrganisationId,
      now,
      setClock: moment => {
        clock = moment;
      },
    });
  } finally {
    await hub.database.destroy();
    await people.close();
  }
}
