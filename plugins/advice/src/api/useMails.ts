import { MailListResponseSchema, type MailView } from '@imsa-hub/advice-common';
import { useHubPages } from '@imsa-hub/ui';
import { keys } from './keys';
import { apiPaths } from './paths';

/** The mails of a view, page by page, in the server's order. */
export function useMails(view: MailView) {
  const list = useHubPages({
    key: keys.mails(view),
    path: cursor =>
      `${apiPaths.mails}?${new URLSearchParams({ view, ...(cursor && { cursor }) })}`,
    schema: MailListResponseSchema,
    next: page => page.next,
  });
  return {
    rows: list.data?.pages.flatMap(page => page.rows),
    /** Whether mail can come in at all; not known while it loads. */
    connected: list.data?.pages[0]?.connected,
    error: list.error,
    retry: () => void list.refetch(),
    hasMore: list.hasNextPage,
    isLoadingMore: list.isFetchingNextPage,
    loadMore: () => void list.fetchNextPage(),
  };
}
