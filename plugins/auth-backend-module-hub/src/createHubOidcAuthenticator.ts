import { AuthenticationError } from '@backstage/errors';
import {
  oidcAuthenticator,
  type OidcAuthResult,
} from '@backstage/plugin-auth-backend-module-oidc-provider';
import {
  createOAuthAuthenticator,
  type OAuthAuthenticatorResult,
} from '@backstage/plugin-auth-node';
import type { SessionSettings } from '@imsa-hub/core-node';
import { requireIssuer } from './expectedIssuer';
import type { SessionStamp } from './SessionStamp';
import { hasEnded } from './hasEnded';
import type { SignInNotes, SignInRequest } from './SignInNotes';
import { signedInAt } from './signedInAt';

type OidcContext = ReturnType<typeof oidcAuthenticator.initialize>;

/** What the provider said, and the request in which somebody signs in with it. */
export interface HubAuthResult extends OidcAuthResult {
  /** Absent where a session is renewed. */
  request?: SignInRequest;
}

/** The provider's metadata, asked for again when it could not be had. */
interface RetryingContext {
  current(): OidcContext;
}

/**
 * Backstage's OpenID Connect authenticator, which asks for the provider's
 * metadata once, when the backend starts, and after a failure refuses every
 * sign-in until the next start. This one asks again at the next sign-in, takes
 * no metadata but the expected issuer's, and stamps each session with when it
 * began and when its person signed in (see {@link SessionStamp}). A sign-in that
 * is begun with `again` has to be asked for by the provider, whether or not it
 * knows the browser. A session that was not used for too long, or has lasted too
 * long, is not renewed, and the provider is not asked. The provider's tokens stay
 * here: the page is handed none.
 */
export function createHubOidcAuthenticator(options: {
  stamp: SessionStamp;
  settings: SessionSettings;
  notes: Pick<SignInNotes, 'refused'>;
  /** Ways of signing in that the provider is asked for, as `acr_values`. */
  askFor?: string;
  now?: () => number;
}) {
  const { stamp, settings, notes, askFor, now = () => Date.now() } = options;
  return createOAuthAuthenticator<RetryingContext, HubAuthResult>({
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
    async start(input, context) {
      const begun = await oidcAuthenticator.start(input, context.current());
      const url = new URL(begun.url);
      if (askFor !== undefined) url.searchParams.set('acr_values', askFor);
      if (input.req.query.again !== undefined) askAgain(url);
      return { ...begun, url: url.href };
    },
    async authenticate(input, context) {
      const request = input.req;
      const found = await oidcAuthenticator
        .authenticate(input, context.current())
        .catch(async error => {
          await notes.refused(
            request,
            request.query.error === undefined
              ? 'the answer of the provider does not hold'
              : 'not signed in at the provider',
          );
          throw error;
        });
      const result: OAuthAuthenticatorResult<HubAuthResult> = {
        ...found,
        fullProfile: { ...found.fullProfile, request },
      };
      const token = result.session.refreshToken;
      if (token === undefined) return withoutTokens(result);
      const beganAt = now();
      return withoutTokens(
        result,
        stamp.put({
          token,
          beganAt,
          signedInAt: signedInAt(result.fullProfile, beganAt),
          renewedAt: beganAt,
        }),
      );
    },
    async refresh(input, context) {
      const session = stamp.read(input.refreshToken);
      if (!session) throw new AuthenticationError('No session of this hub');
      if (hasEnded(session, settings, now())) {
        throw new AuthenticationError('The session has ended by itself');
      }
      const result = await oidcAuthenticator.refresh(
        { ...input, refreshToken: session.token },
        context.current(),
      );
      // A provider may give another token; the session is as old as it was.
      const token = result.session.refreshToken ?? session.token;
      return withoutTokens(
        result,
        stamp.put({ ...session, token, renewedAt: now() }),
      );
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

// Both, because there are providers that heed only one of them. When the person
// was really asked is seen in what the provider says of it.
function askAgain(url: URL): void {
  url.searchParams.set('prompt', 'login');
  url.searchParams.set('max_age', '0');
}

// Backstage answers the page with the tokens of a session. It needs none of the
// provider's: what counts here is the hub's own, and the cookie.
const withoutTokens = (
  result: OAuthAuthenticatorResult<HubAuthResult>,
  cookie?: string,
) => ({
  ...result,
  session: {
    ...result.session,
    accessToken: '',
    idToken: undefined,
    refreshToken: cookie,
  },
});
