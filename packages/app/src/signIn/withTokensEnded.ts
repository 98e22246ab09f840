import type {
  BackstageIdentityApi,
  DiscoveryApi,
  SessionApi,
} from '@backstage/frontend-plugin-api';

/**
 * Sign-in whose end ends the tokens as well. Backstage sends the cookie alone,
 * from which the hub cannot tell who is leaving; this sends the token along, so
 * that no copy of it works on. What Backstage does to the page comes after,
 * whether or not the hub could be told.
 *
 * @returns the same sign-in; its `signOut` rejects when the hub did not take it
 */
export function withTokensEnded<
  Auth extends BackstageIdentityApi & SessionApi,
>(options: {
  auth: Auth;
  environment: string;
  discoveryApi: DiscoveryApi;
}): Auth {
  const { auth, environment, discoveryApi } = options;
  const leavePage = auth.signOut.bind(auth);
  auth.signOut = async () => {
    try {
      await endTokens();
    } finally {
      await leavePage();
    }
  };
  return auth;

  async function endTokens(): Promise<void> {
    const session = await auth.getBackstageIdentity({ optional: true });
    if (!session) return;
    const base = await discoveryApi.getBaseUrl('auth');
    const answer = await fetch(
      `${base}/oidc/logout?env=${encodeURIComponent(environment)}`,
      {
        method: 'POST',
        credentials: 'include',
        headers: {
          'x-requested-with': 'XMLHttpRequest',
          authorization: `Bearer ${session.token}`,
        },
      },
    );
    if (!answer.ok) throw new Error('The hub did not end the session');
  }
}
