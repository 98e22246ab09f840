import { DefaultHttpAuthService } from '@backstage/backend-defaults/httpAuth';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { peopleDirectoryServiceRef } from '@imsa-hub/network-node';
import { activePeopleAuth } from './activePeopleAuth';
import { verifiedTokensServiceRef } from './verifiedTokens';

/** A little longer than a starting plugin keeps a request waiting. */
const LONGEST_WAIT_MS = 6_000;

/** Who asks, as every plugin hears it: an active person of the register. */
export const httpAuthServiceFactory = createServiceFactory({
  service: coreServices.httpAuth,
  deps: {
    auth: coreServices.auth,
    discovery: coreServices.discovery,
    plugin: coreServices.pluginMetadata,
    people: peopleDirectoryServiceRef,
    tokens: verifiedTokensServiceRef,
  },
  factory({ auth, discovery, plugin, people, tokens }) {
    const pluginId = plugin.getId();
    return DefaultHttpAuthService.create({
      auth: activePeopleAuth({
        auth,
        people,
        tokens,
        pluginId,
        async keysCanBeRead() {
          const base = await discovery.getBaseUrl('auth');
          const answer = await fetch(`${base}/.well-known/jwks.json`, {
            signal: AbortSignal.timeout(LONGEST_WAIT_MS),
          }).catch(() => undefined);
          return answer?.ok === true;
        },
      }),
      discovery,
      pluginId,
    });
  },
});
