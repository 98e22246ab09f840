import type { BackstageIdentityApi } from '@backstage/frontend-plugin-api';

/**
 * Leaves this page for the provider's, at once. `signIn()` of Backstage would
 * put up a request and wait for a dialog that this app does not have.
 *
 * @throws Error when the address of the provider cannot be worked out
 */
export async function leaveToSignIn(auth: BackstageIdentityApi): Promise<void> {
  await auth.getBackstageIdentity({ instantPopup: true });
}
