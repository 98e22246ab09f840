import { useMemo } from 'react';
import {
  RetentionResponseSchema,
  type RetentionRequest,
  type RetentionRow,
} from '@imsa-hub/escalations-common';
import { newestOf, useFreshRecords, useHubPages } from '@imsa-hub/ui';
import { keys } from './keys';
import { apiPaths } from './paths';

/** Closed cases whose end is near or past, or that are on hold, page by page. */
export function useRetention(view: RetentionRequest['view']) {
  const pages = useHubPages({
    key: keys.retention(view),
    path: cursor => {
      const search = new URLSearchParams({ view });
      if (cursor) search.set('cursor', cursor);
      return apiPaths.retention(search);
    },
    schema: RetentionResponseSchema,
    next: page => page.next,
  });
  const { records } = useFreshRecords<RetentionRow>();
  const at = pages.dataUpdatedAt;
  const rows = useMemo(
    () =>
      pages.data?.pages
        .flatMap(page => page.rows)
        .map(row => newestOf(records.get(row.id), { record: row, at }).record),
    [pages.data, records, at],
  );
  return { rows, pages };
}
