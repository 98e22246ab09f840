import { Button, ButtonLink } from '@backstage/ui';
import { EmptyState, useMe } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';
import { isNarrowed, type DeskFilters } from './deskFilters';
import { EMPTY_WORDS } from './viewWords';

/** Nothing in this view: why, and what to do next. */
export function DeskEmpty(props: { filters: DeskFilters; onShowAll(): void }) {
  const { filters, onShowAll } = props;
  const { has } = useMe();
  if (isNarrowed(filters)) {
    return (
      <EmptyState
        title="Nothing matches these filters"
        actions={
          <Button variant="secondary" size="medium" onPress={onShowAll}>
            Show all of this view
          </Button>
        }
      >
        There may be cases from elsewhere, with other risks or other people.
      </EmptyState>
    );
  }
  const words = EMPTY_WORDS[filters.view];
  const canBring = has('escalations.raise') && !has('escalations.desk');
  return (
    <EmptyState
      title={words.title}
      actions={
        canBring ? (
          <ButtonLink variant="primary" size="medium" href={pagePaths.raise}>
            Bring a case to the Hub
          </ButtonLink>
        ) : undefined
      }
    >
      {words.next}
    </EmptyState>
  );
}
