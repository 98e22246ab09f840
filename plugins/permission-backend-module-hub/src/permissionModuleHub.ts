import { createBackendModule } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { hubPolicyServiceRef } from '@imsa-hub/core-node';
import { peopleDirectoryServiceRef } from '@imsa-hub/network-node';

/** The same policy for whoever asks Backstage's permission plugin. */
export const permissionModuleHub = createBackendModule({
  pluginId: 'permission',
  moduleId: 'hub',
  register(env) {
    env.registerInit({
      deps: {
        extension: policyExtensionPoint,
        policy: hubPolicyServiceRef,
        people: peopleDirectoryServiceRef,
      },
      async init({ extension, policy, people }) {
        extension.setPolicy({
          async handle({ permission }, user) {
            const person = people.byEntityRef(user?.info.userEntityRef ?? '');
            if (!person) return { result: AuthorizeResult.DENY };
            return policy.decide(person, permission);
          },
        });
      },
    });
  },
});
