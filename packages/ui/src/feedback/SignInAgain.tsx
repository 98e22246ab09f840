import { useEffect, useId, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import type { ProblemError } from '../api/ProblemError';
import { signInAgainApiRef } from '../api/signInAgainApi';

const NOT_KEPT =
  'This browser keeps nothing, so what you typed would be lost. Copy it first, then press the button again.';
const NOT_NOW = 'Sign-in could not be started. Try again in a minute.';

/**
 * Says that the sign-in is too old for what was asked, and leads to a new one.
 * It takes the focus as the summary of errors does.
 */
export function SignInAgain(props: {
  problem: ProblemError;
  /** Counts the attempts to send. */
  attempt?: number;
}) {
  const { problem, attempt } = props;
  const api = useApi(signInAgainApiRef);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [isLeaving, setIsLeaving] = useState(false);
  const [obstacle, setObstacle] = useState<string>();

  useEffect(() => box.current?.focus(), [attempt, problem, obstacle]);

  const leave = () => {
    setIsLeaving(true);
    api
      .leave({ evenIfLost: obstacle === NOT_KEPT })
      .then(
        () => NOT_KEPT,
        () => NOT_NOW,
      )
      .then(words => {
        setObstacle(words);
        setIsLeaving(false);
      });
  };

  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby={id}
      className="hub-notice hub-sign-in-again"
      data-tone="warning"
    >
      <h2 id={id}>Sign in again to go on</h2>
      <p>{problem.detail}</p>
      <p>
        {obstacle ?? 'You come back to this form, with what you typed in it.'}
      </p>
      <div className="hub-row">
        <Button
          variant="primary"
          size="medium"
          isPending={isLeaving}
          onPress={leave}
        >
          Sign in again
        </Button>
      </div>
    </div>
  );
}
