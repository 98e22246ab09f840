import { useCallback, type ComponentType } from 'react';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import type { IdentityApi } from '@backstage/frontend-plugin-api';

/** The app's identity API, which speaks for whoever has signed in. */
interface IdentityProxy {
  setTarget(identity: IdentityApi, options: { signOutTargetUrl: string }): void;
}

function isProxy(identity: object): identity is IdentityProxy {
  return 'setTarget' in identity;
}

/** Shows the sign-in page until somebody is known; then the app takes over. */
export function SignInGate(props: {
  SignInPage: ComponentType<SignInPageProps>;
}) {
  const { SignInPage } = props;
  const identity = useApi(identityApiRef);

  const admit = useCallback(
    (signedIn: IdentityApi) => {
      if (!isProxy(identity)) throw new Error('The identity cannot be set');
      identity.setTarget(signedIn, { signOutTargetUrl: '/' });
    },
    [identity],
  );

  return <SignInPage onSignInSuccess={admit} />;
}
