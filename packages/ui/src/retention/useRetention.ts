import { useMemo } from 'react';
import {
  RetentionResponseSchema,
  type RetentionRequest,
  type RetentionRow,
} from '@imsa-hub/core';
import { useFreshRecords } from '../api/FreshRecords';
import { newestOf } from '../api/newestOf';
import { useHubPages } from '../api/useHubPages';
import { retentionKeys, type KeptKind } from './KeptKind';

/** Closed records whose end is near or past, or that are on hold, page by page. */
export function useRetention(kind: KeptKind, view: RetentionRequest['view']) {
  const pages = useHubPages({
    key: retentionKeys(kind).list(view),
    path: cursor => {
      const search = new URLSearchParams({ view });
      if (cursor) search.set('cursor', cursor);
      return `plugin://${kind.plugin}/retention?${search}`;
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
