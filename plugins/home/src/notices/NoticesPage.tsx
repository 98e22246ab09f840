import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  PageBody,
  RadioGroup,
  Section,
  useToast,
  type Choice,
} from '@imsa-hub/ui';
import { MailPreference } from './MailPreference';
import { NoticeList } from './NoticeList';
import { useNotices, useReadAllNotices } from './noticeQueries';

type Filter = 'all' | 'unread';

const FILTERS: readonly Choice<Filter>[] = [
  { value: 'all', label: 'All' },
  { value: 'unread', label: 'Not read yet' },
];

function Nothing(props: { unread: boolean }) {
  return (
    <EmptyState
      title={props.unread ? 'You have read everything' : 'No notifications yet'}
    >
      <p>When something needs you, it appears here and on My day.</p>
    </EmptyState>
  );
}

function Notices(props: { unread: boolean }) {
  const list = useNotices({ unread: props.unread });
  const toast = useToast();
  const readAll = useReadAllNotices(read =>
    toast({
      message: read === 1 ? '1 marked as read' : `${read} marked as read`,
    }),
  );
  if (!list.data) {
    if (!list.error) return <LoadingState what="your notifications" />;
    return (
      <ErrorState error={list.error} onRetry={() => void list.refetch()} />
    );
  }
  const notices = list.data.pages.flatMap(page => page.notices);
  const [newest] = notices;
  if (!newest) return <Nothing unread={props.unread} />;
  return (
    <>
      <NoticeList label="Notifications" notices={notices} />
      <div className="hub-row">
        {list.hasNextPage && (
          <Button
            variant="secondary"
            size="medium"
            isPending={list.isFetchingNextPage}
            onPress={() => void list.fetchNextPage()}
          >
            Show older ones
          </Button>
        )}
        {notices.some(notice => !notice.readAt) && (
          <Button
            variant="secondary"
            size="medium"
            isPending={readAll.isPending}
            onPress={() => readAll.mutate(newest)}
          >
            Mark all as read
          </Button>
        )}
      </div>
    </>
  );
}

/** Everything that this person was told of, newest first. */
export function NoticesPage() {
  const [filter, setFilter] = useState<Filter>('all');
  return (
    <PageBody
      title="Notifications"
      lead="That something happened, and where. What it is about stays on its own page."
      width="reading"
    >
      <RadioGroup
        name="filter"
        label="Show"
        orientation="horizontal"
        choices={FILTERS}
        value={filter}
        onChange={chosen => setFilter(chosen)}
      />
      <Section title={filter === 'all' ? 'All' : 'Not read yet'}>
        <Notices unread={filter === 'unread'} />
      </Section>
      <MailPreference />
    </PageBody>
  );
}
