import { SignInPageBlueprint } from '@backstage/plugin-app-react';

/** Our own way in. */
export const signInExtension = SignInPageBlueprint.make({
  params: {
    loader: async () => (await import('./SignInPage')).SignInPage,
  },
});
