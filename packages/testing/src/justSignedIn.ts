import { createServiceFactory } from '@backstage/backend-plugin-api';
import { signInsServiceRef } from '@imsa-hub/core-node';

/**
 * For backends whose tokens are made up by a test: everybody has just signed
 * in, and may do what weighs most as far as that goes.
 */
export const justSignedIn = createServiceFactory({
  service: signInsServiceRef,
  deps: {},
  factory: () => ({ isFresh: () => true }),
});
