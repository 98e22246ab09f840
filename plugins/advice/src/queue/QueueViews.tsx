import {
  QUEUE_VIEW_NAMES,
  type AdviceDay,
  type QueueView,
} from '@imsa-hub/advice-common';
import { ViewLinks } from '@imsa-hub/ui';
import { ADVICE_PATH } from '../api/paths';
import { writeFilters, type QueueFilters } from './queueFilters';
import { countFor } from './viewWords';

/** The views of the queue that are open to this person. */
export function QueueViews(props: {
  views: readonly QueueView[];
  filters: QueueFilters;
  day: AdviceDay | undefined;
  onChange(filters: QueueFilters): void;
}) {
  const { views, filters, day, onChange } = props;
  return (
    <ViewLinks
      label="Views of the queue"
      views={views.map(view => ({
        value: view,
        label: QUEUE_VIEW_NAMES[view],
        href: `${ADVICE_PATH}?${writeFilters({ ...filters, view })}`,
        count: countFor({ view, day }),
      }))}
      current={filters.view}
      onChange={view => onChange({ ...filters, view })}
    />
  );
}
