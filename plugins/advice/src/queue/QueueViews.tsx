import { Link } from 'react-router-dom';
import {
  QUEUE_VIEW_NAMES,
  type AdviceDay,
  type QueueView,
} from '@imsa-hub/advice-common';
import { Select } from '@imsa-hub/ui';
import { ADVICE_PATH } from '../api/paths';
import { writeFilters, type QueueFilters } from './queueFilters';
import { countFor } from './viewWords';

/**
 * The views of the queue: links that can be opened in another tab or, where
 * the screen is narrow, one field. The style sheet shows one of the two.
 */
export function QueueViews(props: {
  views: readonly QueueView[];
  filters: QueueFilters;
  day: AdviceDay | undefined;
  onChange(filters: QueueFilters): void;
}) {
  const { views, filters, day, onChange } = props;
  if (views.length < 2) return null;
  return (
    <>
      <div className="advice-views-narrow">
        <Select
          name="view"
          label="Show"
          choices={views.map(view => ({
            value: view,
            label: [QUEUE_VIEW_NAMES[view], countFor({ view, day })]
              .filter(Boolean)
              .join(' '),
          }))}
          value={filters.view}
          onChange={view =>
            onChange({ ...filters, view: view || filters.view })
          }
        />
      </div>
      <nav aria-label="Views of the queue" className="advice-views-wide">
        <ul className="advice-views">
          {views.map(view => {
            const count = countFor({ view, day });
            return (
              <li key={view}>
                <Link
                  className="advice-view"
                  aria-current={view === filters.view ? 'page' : undefined}
                  to={`${ADVICE_PATH}?${writeFilters({ ...filters, view })}`}
                >
                  {QUEUE_VIEW_NAMES[view]}
                  {count && (
                    <>
                      {' '}
                      <span className="advice-view-count">{count}</span>
                    </>
                  )}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
    </>
  );
}
