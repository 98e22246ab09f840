import { RecordNotFound, type ProblemError } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';

/** A query that is not there for this person, whatever the reason. */
export function QueryNotFound(props: { error: ProblemError; onRetry(): void }) {
  return (
    <RecordNotFound
      {...props}
      noun="query"
      back={{ href: pagePaths.queue, label: 'Advice line' }}
      goLabel="Go to the advice line"
    />
  );
}
