import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createOAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import {
  Allowance,
  EntryBudget,
  readSessionSettings,
  readSignInSettings,
} from '@imsa-hub/core-node';
import {
  identityBindersServiceRef,
  peopleDirectoryServiceRef,
} from '@imsa-hub/network-node';
import { createHubOidcAuthenticator } from './createHubOidcAuthenticator';
import { createHubSignInResolver } from './createHubSignInResolver';
import { createSessionsEnd } from './createSessionsEnd';
import { refuseOtherIssuer } from './expectedIssuer';
import { guardSignIn } from './guardSignIn';
import { hostCookies } from './hostCookies';
import { SessionStamp } from './SessionStamp';
import { SignInNotes } from './SignInNotes';

/** An office that shares an address, in the minute in which its day begins. */
const STARTS_PER_MINUTE = 120;
/** Entries of refused sign-ins in an hour: from one address, and in all. */
const REFUSALS = { perKey: 20, inAll: 200 };
const TELL_OVER_MS = 600_000;

/** Sign-in with OpenID Connect (`auth.providers.oidc`), for registered people. */
export const authModuleHub = createBackendModule({
  pluginId: 'auth',
  moduleId: 'hub',
  register(env) {
    env.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        people: peopleDirectoryServiceRef,
        binders: identityBindersServiceRef,
        lifecycle: coreServices.lifecycle,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ providers, people, config, logger, ...deps }) {
        const { httpAuth, httpRouter, binders, lifecycle } = deps;
        await refuseOtherIssuer({ config, logger });
        // Before Backstage's own router, which is mounted after its modules.
        // Without HTTPS browsers refuse such cookies.
        if (config.getString('backend.baseUrl').startsWith('https:')) {
          httpRouter.use(hostCookies());
        }
        const notes = new SignInNotes({
          binders,
          budget: new EntryBudget(REFUSALS),
          logger,
        });
        const telling = setInterval(
          () => void notes.tellOver(),
          TELL_OVER_MS,
        ).unref();
        lifecycle.addShutdownHook(async () => {
          clearInterval(telling);
          await notes.tellOver();
        });
        const strength = readSignInSettings(config);
        const stamp = new SessionStamp(config.getString('auth.session.secret'));
        const starts = new Allowance(
          config.getOptionalNumber('hub.limits.signInsPerAddressPerMinute') ??
            STARTS_PER_MINUTE,
        );
        providers.registerProvider({
          providerId: 'oidc',
          factory: guardSignIn(
            createOAuthProviderFactory({
              authenticator: createHubOidcAuthenticator({
                stamp,
                notes,
                settings: readSessionSettings(config),
                askFor: strength.askFor,
              }),
              signInResolver: createHubSignInResolver({
                people,
                stamp,
                notes,
                logger,
                accept: strength.accept,
              }),
            }),
            {
              starts,
              notes,
              endSessions: createSessionsEnd({ httpAuth, people }),
            },
          ),
        });
      },
    });
  },
});
