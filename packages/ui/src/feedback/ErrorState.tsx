import { Button } from '@backstage/ui';
import { ProblemError } from '../api/ProblemError';

const UNREADABLE =
  'We could not read the answer. Reload the page; if it stays, tell the Hub.';

/** Something could not be shown: says why and offers to try again. */
export function ErrorState(props: {
  error: Error;
  /** What could not be shown: "The queue could not be loaded". */
  title?: string;
  onRetry?(): void;
}) {
  const { error, title = 'This could not be loaded', onRetry } = props;
  const problem = error instanceof ProblemError ? error : undefined;
  return (
    <div className="hub-empty" role="alert">
      <p className="hub-empty-title">{title}</p>
      <p>{problem?.detail ?? UNREADABLE}</p>
      {problem?.requestId && (
        <p className="hub-optional">Reference: {problem.requestId}</p>
      )}
      {onRetry && (
        <div className="hub-row">
          <Button variant="secondary" size="medium" onPress={onRetry}>
            Try again
          </Button>
        </div>
      )}
    </div>
  );
}
