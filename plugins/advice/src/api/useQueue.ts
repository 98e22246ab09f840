import { useMemo } from 'react';
import { QueueResponseSchema, type QueueRow } from '@imsa-hub/advice-common';
import { newestOf, useFreshRecords, useHubPages } from '@imsa-hub/ui';
import type { QueueFilters } from '../queue/queueFilters';
import { keys } from './keys';
import { queuePath } from './queuePath';

/** The queue page by page, in the server's order: most pressing first. */
export function useQueue(filters: QueueFilters) {
  const queue = useHubPages({
    key: keys.queue({ ...filters }),
    path: cursor => queuePath({ filters, cursor }),
    schema: QueueResponseSchema,
    next: page => page.next,
  });
  const { records } = useFreshRecords<QueueRow>();
  const at = queue.dataUpdatedAt;
  const rows = useMemo(
    () =>
      queue.data?.pages
        .flatMap(page => page.rows)
        .map(
          row =>
            newestOf<QueueRow>(records.get(row.id), { record: row, at }).record,
        ),
    [queue.data, records, at],
  );
  return {
    rows,
    error: queue.error,
    retry: () => void queue.refetch(),
    hasMore: queue.hasNextPage,
    isLoadingMore: queue.isFetchingNextPage,
    loadMore: () => void queue.fetchNextPage(),
  };
}
