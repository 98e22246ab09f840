import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createOAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { Allowance } from '@imsa-hub/core-node';
import { peopleDirectoryServiceRef } from '@imsa-hub/network-node';
import { createHubOidcAuthenticator } from './createHubOidcAuthenticator';
import { createHubSignInResolver } from './createHubSignInResolver';
import { createSessionsEnd } from './createSessionsEnd';
import { refuseOtherIssuer } from './expectedIssuer';
import { guardSignIn } from './guardSignIn';
import { SessionStamp } from './SessionStamp';

/** An office that shares an address, in the minute in which its day begins. */
const STARTS_PER_MINUTE = 120;

/** Sign-in with OpenID Connect (`auth.providers.oidc`), for registered people. */
export const authModuleHub = createBackendModule({
  pluginId: 'auth',
  moduleId: 'hub',
  register(env) {
    env.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        people: peopleDirectoryServiceRef,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        httpAuth: coreServices.httpAuth,
      },
      async init({ providers, people, config, logger, httpAuth }) {
        await refuseOtherIssuer({ config, logger });
        const stamp = new SessionStamp(config.getString('auth.session.secret'));
        const starts = new Allowance(
          config.getOptionalNumber('hub.limits.signInsPerAddressPerMinute') ??
            STARTS_PER_MINUTE,
        );
        providers.registerProvider({
          providerId: 'oidc',
          factory: guardSignIn(
            createOAuthProviderFactory({
              authenticator: createHubOidcAuthenticator({ stamp }),
              signInResolver: createHubSignInResolver({
                people,
                stamp,
                logger,
              }),
            }),
            { starts, endSessions: createSessionsEnd({ httpAuth, people }) },
          ),
        });
      },
    });
  },
});
