import { ButtonLink } from '@backstage/ui';
import { EmptyState, ErrorState, PageBody, ProblemError } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';

/** A query that is not there for this person, whatever the reason. */
export function QueryNotFound(props: { error: ProblemError; onRetry(): void }) {
  const { error, onRetry } = props;
  const back = { href: pagePaths.queue, label: 'Advice line' };
  if (error.status !== 404) {
    return (
      <PageBody title="Query" back={back}>
        <ErrorState
          error={error}
          title="We could not load the query"
          onRetry={onRetry}
        />
      </PageBody>
    );
  }
  return (
    <PageBody title="This query is not here" back={back}>
      <EmptyState
        title="It does not exist, or you may not see it"
        actions={
          <ButtonLink variant="primary" size="medium" href={pagePaths.queue}>
            Go to the advice line
          </ButtonLink>
        }
      >
        Check the link. If it worked before, somebody may have stepped in for
        you, or the query may now be closed off from you.
      </EmptyState>
    </PageBody>
  );
}
