import {
  NOTICES_TOPIC,
  NoticeSchema,
  NoticesPageSchema,
  ReadAllResultSchema,
  type Notice,
} from '@imsa-hub/notifications-common';
import { useHubMutation, useHubPages, useLive } from '@imsa-hub/ui';

const NOTICES = 'plugin://notifications/notices';

/** This person's notices, newest first, page by page. */
export function useNotices(options: { unread: boolean; limit?: number }) {
  const { unread, limit = 50 } = options;
  useLive(NOTICES_TOPIC);
  return useHubPages({
    key: [NOTICES_TOPIC, 'notices', { unread, limit }],
    path: cursor => {
      const query = new URLSearchParams({ limit: String(limit) });
      if (cursor) query.set('cursor', cursor);
      if (unread) query.set('unread', 'only');
      return `${NOTICES}?${query}`;
    },
    schema: NoticesPageSchema,
    next: page => page.nextCursor,
  });
}

/** Says that one notice has been seen. */
export function useReadNotice() {
  return useHubMutation({
    path: (notice: Pick<Notice, 'id'>) => `${NOTICES}/${notice.id}/read`,
    body: () => undefined,
    schema: NoticeSchema,
    invalidates: [[NOTICES_TOPIC]],
  });
}

/** Says that everything up to a notice has been seen. */
export function useReadAllNotices(onSuccess: (read: number) => void) {
  return useHubMutation({
    path: `${NOTICES}/read-all`,
    body: (newest: Pick<Notice, 'id'>) => ({ upTo: newest.id }),
    schema: ReadAllResultSchema,
    invalidates: [[NOTICES_TOPIC]],
    onSuccess: ({ read }) => onSuccess(read),
  });
}
