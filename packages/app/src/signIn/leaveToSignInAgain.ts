import type { DiscoveryApi, IdentityApi } from '@backstage/frontend-plugin-api';
import { keepForReturn, type SignInAgainApi } from '@imsa-hub/ui';
import { SCOPES } from './scopes';

/**
 * Leaves for a sign-in that the provider has to ask for. The session that there
 * is goes on: whoever gives up comes back as they left.
 */
export function leaveToSignInAgain(options: {
  identityApi: Pick<IdentityApi, 'getBackstageIdentity'>;
  discoveryApi: DiscoveryApi;
  environment: string;
  /** Goes to another address; does not come back. */
  go?(address: string): void;
}): SignInAgainApi {
  const { identityApi, discoveryApi, environment } = options;
  const go = options.go ?? (address => window.location.assign(address));
  return {
    async leave({ evenIfLost }) {
      const base = await discoveryApi.getBaseUrl('auth');
      const { userEntityRef } = await identityApi.getBackstageIdentity();
      if (!keepForReturn(userEntityRef) && !evenIfLost) return 'not-kept';
      const asked = new URLSearchParams({
        env: environment,
        scope: SCOPES.join(' '),
        origin: window.location.origin,
        redirectUrl: window.location.href,
        flow: 'redirect',
        again: 'true',
      });
      go(`${base}/oidc/start?${asked}`);
      return new Promise(() => undefined);
    },
  };
}
