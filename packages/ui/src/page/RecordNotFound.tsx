import { ButtonLink } from '@backstage/ui';
import type { ProblemError } from '../api/ProblemError';
import { EmptyState } from '../feedback/EmptyState';
import { ErrorState } from '../feedback/ErrorState';
import { capital } from '../words/capital';
import { PageBody } from './PageBody';

/** A record that is not there for this person, whatever the reason. */
export function RecordNotFound(props: {
  /** What it is: "query". */
  noun: string;
  back: { href: string; label: string };
  /** "Go to the advice line". */
  goLabel: string;
  error: ProblemError;
  onRetry(): void;
}) {
  const { noun, back, goLabel, error, onRetry } = props;
  if (error.status !== 404) {
    return (
      <PageBody title={capital(noun)} back={back}>
        <ErrorState
          error={error}
          title={`We could not load the ${noun}`}
          onRetry={onRetry}
        />
      </PageBody>
    );
  }
  return (
    <PageBody title={`This ${noun} is not here`} back={back}>
      <EmptyState
        title="It does not exist, or you may not see it"
        actions={
          <ButtonLink variant="primary" size="medium" href={back.href}>
            {goLabel}
          </ButtonLink>
        }
      >
        Check the link. If it worked before, somebody may have stepped in for
        you, or you may now be held back from the {noun}.
      </EmptyState>
    </PageBody>
  );
}
