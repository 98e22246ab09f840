import { Button, ButtonLink } from '@backstage/ui';
import { EmptyState } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';
import type { QueueFilters } from './queueFilters';
import { EMPTY_WORDS } from './viewWords';

/** Nothing in this view: why, and what to do next. */
export function QueueEmpty(props: {
  filters: QueueFilters;
  onShowAll(): void;
}) {
  const { filters, onShowAll } = props;
  if (filters.nation || filters.area) {
    return (
      <EmptyState
        title="Nothing matches these filters"
        actions={
          <Button variant="secondary" size="medium" onPress={onShowAll}>
            Show all nations and areas
          </Button>
        }
      >
        There may be queries from other nations or in other areas.
      </EmptyState>
    );
  }
  const words = EMPTY_WORDS[filters.view];
  return (
    <EmptyState
      title={words.title}
      actions={
        filters.view === 'asked' ? (
          <ButtonLink variant="primary" size="medium" href={pagePaths.ask}>
            Ask a question
          </ButtonLink>
        ) : undefined
      }
    >
      {words.next}
    </EmptyState>
  );
}
