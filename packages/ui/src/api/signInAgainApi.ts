import { createApiRef } from '@backstage/core-plugin-api';

/** Leaves for the provider, which asks who somebody is, whether or not it knows. */
export interface SignInAgainApi {
  /**
   * Keeps what stands in the page's forms and leaves; never comes back then.
   *
   * @param options.evenIfLost - also where the browser keeps nothing
   * @returns `not-kept` where it stays because what was typed would be lost
   * @throws Error where the provider's address cannot be worked out
   */
  leave(options: { evenIfLost: boolean }): Promise<'not-kept'>;
}

/** The way in which pages ask for a new sign-in. */
export const signInAgainApiRef = createApiRef<SignInAgainApi>({
  id: 'imsa-hub.sign-in-again',
});
