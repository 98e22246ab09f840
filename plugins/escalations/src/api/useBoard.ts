import { useMemo } from 'react';
import {
  BoardResponseSchema,
  type BoardRow,
} from '@imsa-hub/escalations-common';
import { newestOf, useFreshRecords, useHubPages } from '@imsa-hub/ui';
import { writeFilters, type DeskFilters } from '../desk/deskFilters';
import { keys } from './keys';
import { apiPaths } from './paths';

/** The board page by page, in the server's order: most pressing first. */
export function useBoard(filters: DeskFilters) {
  const board = useHubPages({
    key: keys.board({ ...filters }),
    path: cursor => {
      const search = writeFilters(filters);
      if (cursor) search.set('cursor', cursor);
      return `${apiPaths.board}?${search}`;
    },
    schema: BoardResponseSchema,
    next: page => page.next,
  });
  const { records } = useFreshRecords<BoardRow>();
  const at = board.dataUpdatedAt;
  const rows = useMemo(
    () =>
      board.data?.pages
        .flatMap(page => page.rows)
        .map(row => newestOf(records.get(row.id), { record: row, at }).record),
    [board.data, records, at],
  );
  return {
    rows,
    error: board.error,
    retry: () => void board.refetch(),
    hasMore: board.hasNextPage,
    isLoadingMore: board.isFetchingNextPage,
    loadMore: () => void board.fetchNextPage(),
  };
}
