import {
  coreServices,
  createServiceFactory,
  type AuthService,
  type BackstageCredentials,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type AuthorizePermissionRequest,
  type AuthorizePermissionResponse,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { ServerPermissionClient } from '@backstage/plugin-permission-node';
import { hubPolicyServiceRef, type HubPolicy } from '@imsa-hub/core-node';
import {
  peopleDirectoryServiceRef,
  type PeopleDirectory,
} from '@imsa-hub/network-node';

/**
 * Permissions decided in this process. Backstage's own service would call this
 * same process over HTTP for each question.
 */
export const permissionsServiceFactory = createServiceFactory({
  service: coreServices.permissions,
  deps: {
    auth: coreServices.auth,
    config: coreServices.rootConfig,
    discovery: coreServices.discovery,
    people: peopleDirectoryServiceRef,
    policy: hubPolicyServiceRef,
  },
  factory: ({ auth, config, discovery, people, policy }) =>
    inProcessPermissions({
      auth,
      people,
      policy,
      remote: ServerPermissionClient.fromConfig(config, { auth, discovery }),
    }),
});

/** See {@link permissionsServiceFactory}. */
export function inProcessPermissions(options: {
  auth: AuthService;
  people: PeopleDirectory;
  policy: HubPolicy;
  /** Asked for services, and where a record has to be loaded to decide. */
  remote: PermissionsService;
}): PermissionsService {
  const { auth, people, policy, remote } = options;

  function decide(
    credentials: BackstageCredentials,
    permission: Permission,
  ): PolicyDecision {
    const person = auth.isPrincipal(credentials, 'user')
      ? people.byEntityRef(credentials.principal.userEntityRef)
      : undefined;
    return person
      ? policy.decide(person, permission)
      : { result: AuthorizeResult.DENY };
  }

  async function authorizeOne(
    request: AuthorizePermissionRequest,
    credentials: BackstageCredentials,
  ): Promise<AuthorizePermissionResponse> {
    const decision = decide(credentials, request.permission);
    if (decision.result !== AuthorizeResult.CONDITIONAL) return decision;
    if (request.resourceRef === undefined) {
      return { result: AuthorizeResult.DENY };
    }
    const [answer] = await remote.authorize([request], { credentials });
    return answer ?? { result: AuthorizeResult.DENY };
  }

  return {
    async authorize(requests, { credentials }) {
      if (auth.isPrincipal(credentials, 'service')) {
        return remote.authorize(requests, { credentials });
      }
      return Promise.all(
        requests.map(request => authorizeOne(request, credentials)),
      );
    },
    async authorizeConditional(requests, { credentials }) {
      if (auth.isPrincipal(credentials, 'service')) {
        return remote.authorizeConditional(requests, { credentials });
      }
      return requests.map(({ permission }) => decide(credentials, permission));
    },
  };
}
