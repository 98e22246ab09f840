import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type {
  BasicPermission,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { PersonContext } from '@imsa-hub/network-node';

/** The one policy: what each role may do, and on which records. */
export interface HubPolicy {
  /**
   * Decides for one person. Pure and synchronous; a conditional answer names
   * the rules of the resource that the plugin turns into SQL.
   */
  decide(person: PersonContext, permission: Permission): PolicyDecision;
  /** Names of all basic permissions that the person holds, for navigation. */
  doorsOf(person: PersonContext): string[];
}

/** How a plugin asks the policy. */
export interface HubPermissions {
  may(person: PersonContext, permission: BasicPermission): boolean;
  decide(person: PersonContext, permission: Permission): PolicyDecision;
}

/** Where the policy is installed. Without one, nothing is open to anybody. */
export const hubPolicyServiceRef = createServiceRef<HubPolicy>({
  id: 'hub.policy',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => ({
        decide: () => ({ result: 'DENY' }) as PolicyDecision,
        doorsOf: () => [],
      }),
    }),
});
