import { useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import { QUEUE_VIEW_NAMES } from '@imsa-hub/advice-common';
import type { QueueColumn } from '@imsa-hub/advice-react';
import {
  Fold,
  narrowTitle,
  PageBody,
  QueueTable,
  useKeepPlace,
  useListNews,
  useLive,
  useMe,
} from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';
import { useAdviceDay } from '../api/useAdviceDay';
import { useQueue } from '../api/useQueue';
import { QueueActions } from './QueueActions';
import { QueueEmpty } from './QueueEmpty';
import { QueueFilterBar } from './QueueFilterBar';
import { QueueLead } from './QueueLead';
import { QueueViews } from './QueueViews';
import { askerColumns, staffColumns } from './queueColumns';
import {
  readFilters,
  viewsFor,
  writeFilters,
  type QueueFilters,
} from './queueFilters';
import { rowTone } from './rowTone';
import { useQueueKeys } from './useQueueKeys';

/** The queue: most pressing first, kept fresh while one looks at it. */
export function QueuePage(props: { columns: readonly QueueColumn[] }) {
  const { has } = useMe();
  const canAnswer = has('advice.answer');
  const [search, setSearch] = useSearchParams();
  const views = viewsFor({ has });
  const filters = readFilters({ search, views });
  const day = useAdviceDay();
  const queue = useQueue(filters);
  const bar = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const { rows } = queue;
  const news = useListNews({
    list: `${writeFilters(filters)}`,
    rows,
    news: 'The queue has changed',
  });
  const keepPlace = useKeepPlace({ list, rows });
  useLive('advice');
  useQueueKeys({ bar, canClaim: canAnswer });

  const change = (next: QueueFilters) => setSearch(writeFilters(next));
  const columns =
    filters.view === 'asked'
      ? askerColumns(props.columns)
      : staffColumns(props.columns);

  return (
    <PageBody
      title="Advice line"
      lead={<QueueLead canAnswer={canAnswer} />}
      actions={<QueueActions mailToLog={day.data?.mailToLog} />}
    >
      <QueueViews
        views={views}
        filters={filters}
        day={day.data}
        onChange={change}
      />
      <Fold
        title={narrowTitle(
          [filters.nation, filters.area].filter(Boolean).length,
        )}
      >
        <QueueFilterBar filters={filters} onChange={change} bar={bar} />
      </Fold>
      <p role="status" className="hub-visually-hidden">
        {news}
      </p>
      <div ref={list} onFocus={keepPlace}>
        <QueueTable
          label={QUEUE_VIEW_NAMES[filters.view]}
          columns={columns}
          rows={rows}
          getId={row => row.id}
          getHref={row => pagePaths.query(row.id)}
          getTone={rowTone}
          error={queue.error}
          onRetry={queue.retry}
          hasMore={queue.hasMore}
          isLoadingMore={queue.isLoadingMore}
          onLoadMore={queue.loadMore}
          tooMany={
            queue.hasMore && 'Choose a nation or an area to narrow the list.'
          }
          empty={
            <QueueEmpty
              filters={filters}
              onShowAll={() => change({ ...filters, nation: '', area: '' })}
            />
          }
        />
      </div>
    </PageBody>
  );
}
