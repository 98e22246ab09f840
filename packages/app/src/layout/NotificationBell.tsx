import { ButtonLink } from '@backstage/ui';
import {
  NOTICES_TOPIC,
  UnreadCountSchema,
} from '@imsa-hub/notifications-common';
import { useHubQuery, useLive } from '@imsa-hub/ui';
import { RiNotification3Line } from '@remixicon/react';

function countWords(count: number): string {
  if (count === 0) return 'Notifications, none unread';
  return `Notifications, ${count} unread`;
}

/** How many notices are unread, and the way to them. */
export function NotificationBell() {
  useLive(NOTICES_TOPIC);
  const { data } = useHubQuery({
    key: [NOTICES_TOPIC, 'unread-count'],
    path: 'plugin://notifications/notices/unread-count',
    schema: UnreadCountSchema,
  });
  return (
    <ButtonLink
      href="/notifications"
      variant="tertiary"
      size="medium"
      className="hub-bell"
      aria-label={countWords(data?.count ?? 0)}
    >
      <RiNotification3Line size={22} aria-hidden="true" />
      {data && data.count > 0 && (
        <span className="hub-bell-count" aria-hidden="true">
          {data.text}
        </span>
      )}
    </ButtonLink>
  );
}
