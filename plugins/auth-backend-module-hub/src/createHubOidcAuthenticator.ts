import { AuthenticationError } from '@backstage/errors';
import {
  oidcAuthenticator,
  type OidcAuthResult,
} from '@backstage/plugin-auth-backend-module-oidc-provider';
import {
  createOAuthAuthenticator,
  type OAuthAuthenticatorResult,
} from '@backstage/plugin-auth-node';
import { requireIssuer } from './expectedIssuer';
import type { SessionStamp } from './SessionStamp';

type OidcContext = ReturnType<typeof oidcAuthenticator.initialize>;

/** The provider's metadata, asked for again when it could not be had. */
interface RetryingContext {
  current(): OidcContext;
}

/**
 * Backstage's OpenID Connect authenticator, which asks for the provider's
 * metadata once, when the backend starts, and after a failure refuses every
 * sign-in until the next start. This one asks again at the next sign-in, takes
 * no metadata but the expected issuer's, and stamps each session with when it
 * began (see {@link SessionStamp}).
 */
export function createHubOidcAuthenticator(options: { stamp: SessionStamp }) {
  const { stamp } = options;
  return createOAuthAuthenticator<RetryingContext, OidcAuthResult>({
    defaultProfileTransform: oidcAuthenticator.defaultProfileTransform,
    scopes: oidcAuthenticator.scopes,
    initialize(input) {
      const expected = input.config.getString('issuer');
      let held: OidcContext | undefined;
      const current = () => {
        if (held) return held;
        const asked = oidcAuthenticator.initialize(input);
        const fresh = {
          ...asked,
          promise: asked.promise.then(provider => {
            requireIssuer(expected, provider.client.issuer.metadata.issuer);
            return provider;
          }),
        };
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
    start: (input, context) =>
      oidcAuthenticator.start(input, context.current()),
    async authenticate(input, context) {
      const result = await oidcAuthenticator.authenticate(
        input,
        context.current(),
      );
      const token = result.session.refreshToken;
      if (token === undefined) return result;
      return withCookie(result, stamp.put({ token, beganAt: Date.now() }));
    },
    async refresh(input, context) {
      const session = stamp.read(input.refreshToken);
      if (!session) throw new AuthenticationError('No session of this hub');
      const result = await oidcAuthenticator.refresh(
        { ...input, refreshToken: session.token },
        context.current(),
      );
      // A provider may give another token; the session is as old as it was.
      const token = result.session.refreshToken ?? session.token;
      return withCookie(result, stamp.put({ ...session, token }));
    },
    async logout(input, context) {
      const session = stamp.read(input.refreshToken ?? '');
      return oidcAuthenticator.logout?.(
        { ...input, refreshToken: session?.token },
        context.current(),
      );
    },
  });
}

const withCookie = (
  result: OAuthAuthenticatorResult<OidcAuthResult>,
  refreshToken: string,
) => ({ ...result, session: { ...result.session, refreshToken } });
