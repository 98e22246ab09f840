import {
  ApiBlueprint,
  configApiRef,
  discoveryApiRef,
  identityApiRef,
} from '@backstage/frontend-plugin-api';
import { signInAgainApiRef } from '@imsa-hub/ui';
import { leaveToSignInAgain } from '../signIn/leaveToSignInAgain';

/** A new sign-in for what weighs most. */
export const signInAgainApi = ApiBlueprint.make({
  name: 'imsa-hub-sign-in-again',
  params: define =>
    define({
      api: signInAgainApiRef,
      deps: {
        configApi: configApiRef,
        discoveryApi: discoveryApiRef,
        identityApi: identityApiRef,
      },
      factory: ({ configApi, discoveryApi, identityApi }) =>
        leaveToSignInAgain({
          identityApi,
          discoveryApi,
          environment:
            configApi.getOptionalString('auth.environment') ?? 'development',
        }),
    }),
});
