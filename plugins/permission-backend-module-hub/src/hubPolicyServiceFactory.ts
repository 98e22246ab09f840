import { createServiceFactory } from '@backstage/backend-plugin-api';
import { hubPolicyServiceRef } from '@imsa-hub/core-node';
import { HubPolicyImplementation } from './HubPolicyImplementation';

/** Installs the hub's policy for every plugin of this process. */
export const hubPolicyServiceFactory = createServiceFactory({
  service: hubPolicyServiceRef,
  deps: {},
  factory: () => new HubPolicyImplementation(),
});
