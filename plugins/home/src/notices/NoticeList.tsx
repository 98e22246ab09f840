import { Button, Link } from '@backstage/ui';
import type { Notice } from '@imsa-hub/notifications-common';
import { Moment, StatusBadge } from '@imsa-hub/ui';
import { useReadNotice } from './noticeQueries';

/** What happened, and on which record: several can say the same. */
const wordsOf = ({ text, about }: Notice) =>
  about ? `${text}: ${about}` : text;

/** Notices as a list; opening one says that it has been read. */
export function NoticeList(props: {
  label: string;
  notices: readonly Notice[];
}) {
  const { mutate: read } = useReadNotice();
  return (
    <ul className="hub-notices" aria-label={props.label}>
      {props.notices.map(notice => (
        <li key={notice.id} data-unread={notice.readAt ? undefined : true}>
          <div className="hub-notice-words">
            <Link
              href={notice.path}
              onClick={() => {
                if (!notice.readAt) read(notice);
              }}
            >
              {wordsOf(notice)}
            </Link>
            <span className="hub-optional">
              <Moment at={notice.at} format="ago" />
            </span>
          </div>
          {!notice.readAt && (
            <div className="hub-row">
              <StatusBadge tone="information">New</StatusBadge>
              <Button
                variant="tertiary"
                size="medium"
                aria-label={`Mark as read: ${wordsOf(notice)}`}
                onPress={() => read(notice)}
              >
                Mark as read
              </Button>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
