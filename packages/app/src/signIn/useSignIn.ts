import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { hubAuthApiRef } from '../apis/hubAuthApi';
import { noteArrival } from './arrival';
import { attendance } from './attendanceHere';
import { HubIdentity } from './HubIdentity';
import { leaveToSignIn } from './leaveToSignIn';
import { takeRefusal } from './takeRefusal';

/** Where a sign-in stands. */
export interface SignInState {
  /** `looking`: is there a session already? */
  stage: 'looking' | 'signed-out' | 'leaving';
  /** Why it was refused, in plain words. */
  refusal: string | undefined;
  signIn(): void;
}

/**
 * Takes up a session that is still good without asking; otherwise waits for
 * somebody to sign in, which leaves this page for the provider's.
 */
export function useSignIn(
  onSignInSuccess: SignInPageProps['onSignInSuccess'],
): SignInState {
  const auth = useApi(hubAuthApiRef);
  const [refusal, setRefusal] = useState(takeRefusal);
  const gaveUp = useRef(refusal !== undefined);
  const [stage, setStage] = useState<SignInState['stage']>('looking');

  useEffect(() => {
    let isCurrent = true;
    auth
      .getBackstageIdentity({ optional: true })
      .catch(() => undefined)
      .then(session => {
        if (!isCurrent) return;
        if (session) {
          noteArrival(session.identity.userEntityRef, {
            gaveUp: gaveUp.current,
          });
          onSignInSuccess(
            new HubIdentity({
              auth,
              identity: session.identity,
              attendance,
            }),
          );
          return;
        }
        setStage('signed-out');
      });
    return () => {
      isCurrent = false;
    };
  }, [auth, onSignInSuccess]);

  const signIn = useCallback(() => {
    setStage('leaving');
    setRefusal(undefined);
    leaveToSignIn(auth).catch(() => {
      setRefusal('Sign-in could not be started. Try again in a minute.');
      setStage('signed-out');
    });
  }, [auth]);

  return { stage, refusal, signIn };
}
