import {
  oidcAuthenticator,
  type OidcAuthResult,
} from '@backstage/plugin-auth-backend-module-oidc-provider';
import { createOAuthAuthenticator } from '@backstage/plugin-auth-node';

type OidcContext = ReturnType<typeof oidcAuthenticator.initialize>;

/** The provider's metadata, asked for again when it could not be had. */
interface RetryingContext {
  current(): OidcContext;
}

/**
 * Backstage's OpenID Connect authenticator, which asks for the provider's
 * metadata once, when the backend starts, and after a failure refuses every
 * sign-in until the next start. This one asks again at the next sign-in.
 */
export const hubOidcAuthenticator = createOAuthAuthenticator<
  RetryingContext,
  OidcAuthResult
>({
  defaultProfileTransform: oidcAuthenticator.defaultProfileTransform,
  scopes: oidcAuthenticator.scopes,
  initialize(input) {
    let held: OidcContext | undefined;
    const current = () => {
      if (held) return held;
      const fresh = oidcAuthenticator.initialize(input);
      fresh.promise.catch(() => {
        if (held === fresh) held = undefined;
      });
      held = fresh;
      return fresh;
    };
    // Now as well, so that a wrong configuration stops the start.
    current();
    return { current };
  },
  start: (input, context) => oidcAuthenticator.start(input, context.current()),
  authenticate: (input, context) =>
    oidcAuthenticator.authenticate(input, context.current()),
  refresh: (input, context) =>
    oidcAuthenticator.refresh(input, context.current()),
  async logout(input, context) {
    return oidcAuthenticator.logout?.(input, context.current());
  },
});
