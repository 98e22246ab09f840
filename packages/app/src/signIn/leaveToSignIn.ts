import type { BackstageIdentityApi } from '@backstage/frontend-plugin-api';

/**
 * Leaves this page for the provider's, at once. `signIn()` of Backstage would
 * put up a request and wait for a dialog that this app does not have.
 *
 * Where the page still holds a token, it goes nowhere: the hub takes that token
 * no more, because its person signed out on another device. Loading the page
 * anew asks for another, or shows the button; what was typed is kept.
 *
 * @throws Error when the address of the provider cannot be worked out
 */
export async function leaveToSignIn(
  auth: BackstageIdentityApi,
  loadAnew: () => void = () => window.location.reload(),
): Promise<void> {
  // Never comes back where it leaves.
  await auth.getBackstageIdentity({ instantPopup: true });
  loadAnew();
}
