import { NotAllowedError } from '@backstage/errors';
import {
  decodeOAuthState,
  type AuthProviderFactory,
  type AuthProviderRouteHandlers,
} from '@backstage/plugin-auth-node';

type Request = Parameters<AuthProviderRouteHandlers['start']>[0];

/**
 * Lets a sign-in send the browser on to the app itself only. Backstage takes
 * the address to go on to from the `state` of the answer and follows it when
 * the answer is refused, before the state has been found genuine: a crafted
 * link to the hub would lead anywhere.
 */
export function guardRedirects(
  factory: AuthProviderFactory,
): AuthProviderFactory {
  return options => {
    const handlers = factory(options);
    const { appUrl, isOriginAllowed } = options;
    const check = (address: string | undefined) => {
      if (address === undefined || isOurs(address)) return;
      throw new NotAllowedError('A sign-in leads back to the hub only');
    };
    const isOurs = (address: string) => {
      try {
        const { origin, protocol } = new URL(address, appUrl);
        if (protocol !== 'https:' && protocol !== 'http:') return false;
        return origin === new URL(appUrl).origin || isOriginAllowed(origin);
      } catch {
        return false;
      }
    };
    return {
      async start(request, response) {
        check(request.query.redirectUrl?.toString());
        return handlers.start(request, response);
      },
      async frameHandler(request, response) {
        check(redirectOf(request));
        return handlers.frameHandler(request, response);
      },
      refresh: handlers.refresh?.bind(handlers),
      logout: handlers.logout?.bind(handlers),
    };
  };
}

function redirectOf(request: Request): string | undefined {
  const state = request.query.state?.toString();
  if (state === undefined) return undefined;
  try {
    return decodeOAuthState(state).redirectUrl;
  } catch {
    // The handler itself says what is wrong with a state that cannot be read.
    return undefined;
  }
}
