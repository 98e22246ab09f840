import { NotAllowedError } from '@backstage/errors';
import { addressKey, type Allowance } from '@imsa-hub/core-node';
import {
  decodeOAuthState,
  type AuthProviderFactory,
  type AuthProviderRouteHandlers,
} from '@backstage/plugin-auth-node';

import type { SignInNotes } from './SignInNotes';

/** The cookies that a sign-in is begun with, and comes back to. */
const OF_ATTEMPTS = ['connect.sid', 'oidc-nonce'];

type Request = Parameters<AuthProviderRouteHandlers['start']>[0];

/**
 * Lets a sign-in begin on the hub's own pages only, and only so often from one
 * address, because each beginning is kept for the way back. A link from
 * elsewhere leads to the page with the button: where the provider does not ask,
 * it would sign somebody in who did nothing.
 *
 * Signing out ends the tokens too, in the same request.
 *
 * Lets a sign-in send the browser on to the app itself only. Backstage takes
 * the address to go on to from the `state` of the answer and follows it when
 * the answer is refused, before the state has been found genuine: a crafted
 * link to the hub would lead anywhere.
 */
export function guardSignIn(
  factory: AuthProviderFactory,
  guard: {
    /** How often a sign-in may begin from one address. */
    starts: Allowance;
    /** Enters what comes of each. */
    notes: Pick<SignInNotes, 'refused'>;
    /** Ends what the person of the request is signed in with. */
    endSessions(request: Request): Promise<void>;
  },
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
        if (!isFromOurPage(request)) {
          // 303 with an address of our own, and nothing of what the link said.
          response.redirect(303, appUrl);
          return undefined;
        }
        await guard.starts.take(addressKey(request));
        return handlers.start(request, response);
      },
      async frameHandler(request, response) {
        try {
          check(redirectOf(request));
          await handlers.frameHandler(request, response);
        } finally {
          // Whatever came as far as the provider's answer has been noted there.
          await guard.notes.refused(request, 'not begun in this browser');
        }
      },
      refresh: handlers.refresh?.bind(handlers),
      async logout(request, response) {
        // First, so that whoever is told "signed out" is. The header is one
        // that no foreign page can send.
        if (request.get('x-requested-with') === 'XMLHttpRequest') {
          await guard.endSessions(request);
          // Backstage ends those of the session itself.
          for (const name of OF_ATTEMPTS) response.clearCookie(name);
        }
        await handlers.logout?.(request, response);
      },
    };
  };
}

// No page can set this header or leave it out. What has none is no browser that
// is still cared for, or asks without HTTPS, which nothing but a demo does. "none"
// is an address that was typed, and a link in a mail.
function isFromOurPage(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  return site === undefined || site === 'same-origin';
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
