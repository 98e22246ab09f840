import { useEffect, useRef } from 'react';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { Button } from '@backstage/ui';
import { usePageTitle } from '@imsa-hub/ui';
import { Mark } from '../layout/Mark';
import { QuietLoading } from '../layout/QuietLoading';
import { useSignIn } from './useSignIn';

/** The first page: what this is, and one way in. */
export function SignInPage(props: SignInPageProps) {
  const { stage, refusal, signIn } = useSignIn(props.onSignInSuccess);
  const refused = useRef<HTMLDivElement>(null);
  usePageTitle('Sign in');

  useEffect(() => {
    if (refusal) refused.current?.focus();
  }, [refusal, stage]);

  if (stage === 'looking') return <QuietLoading />;
  return (
    <main id="main" className="hub-door">
      <div className="hub-door-panel">
        <Mark size={48} />
        <h1>IMSA Hub</h1>
        <p className="hub-door-lead">
          The shared console of the Hub and its Independent Modern Slavery
          Advocates.
        </p>
        {refusal && (
          <div
            ref={refused}
            tabIndex={-1}
            role="alert"
            className="hub-notice"
            data-tone="negative"
          >
            <p className="hub-notice-title">{refusal}</p>
          </div>
        )}
        <Button
          variant="primary"
          size="medium"
          className="hub-door-button"
          isPending={stage === 'leaving'}
          onPress={signIn}
        >
          Sign in
        </Button>
      </div>
      <p className="hub-door-other">
        Are you a survivor, or helping one? <a href="/ask">Ask for advice</a>.
        You do not need an account.
      </p>
    </main>
  );
}
