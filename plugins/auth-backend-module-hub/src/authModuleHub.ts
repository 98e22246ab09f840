import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createOAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { peopleDirectoryServiceRef } from '@imsa-hub/network-node';
import { guardRedirects } from './guardRedirects';
import { createHubSignInResolver } from './createHubSignInResolver';
import { hubOidcAuthenticator } from './hubOidcAuthenticator';

/** Sign-in with OpenID Connect (`auth.providers.oidc`), for registered people. */
export const authModuleHub = createBackendModule({
  pluginId: 'auth',
  moduleId: 'hub',
  register(env) {
    env.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        people: peopleDirectoryServiceRef,
        logger: coreServices.logger,
      },
      async init({ providers, people, logger }) {
        providers.registerProvider({
          providerId: 'oidc',
          factory: guardRedirects(
            createOAuthProviderFactory({
              authenticator: hubOidcAuthenticator,
              signInResolver: createHubSignInResolver({ people, logger }),
            }),
          ),
        });
      },
    });
  },
});
