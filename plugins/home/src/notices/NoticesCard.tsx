import { ButtonLink } from '@backstage/ui';
import { EmptyState, ErrorState, LoadingState } from '@imsa-hub/ui';
import { NoticeList } from './NoticeList';
import { useNotices } from './noticeQueries';

const SHOWN = 5;

/** The newest notices that have not been read. */
export function NoticesCard() {
  const { data, error, refetch } = useNotices({ unread: true, limit: SHOWN });
  if (!data) {
    if (!error) return <LoadingState what="your notifications" lines={3} />;
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  const notices = data.pages.flatMap(page => page.notices).slice(0, SHOWN);
  if (notices.length === 0) {
    return (
      <EmptyState title="Nothing new">
        <p>You have read everything.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <NoticeList label="Unread notifications" notices={notices} />
      <div className="hub-row">
        <ButtonLink href="/notifications" variant="secondary" size="medium">
          All notifications
        </ButtonLink>
      </div>
    </>
  );
}
