import { useRef } from 'react';
import { Button } from '@backstage/ui';
import {
  RETENTION_VIEWS,
  RetentionActionSchema,
  RetentionRequestSchema,
  type RetentionRequest,
} from '@imsa-hub/escalations-common';
import {
  EmptyState,
  ErrorState,
  FreshRecordsProvider,
  LoadingState,
  londonDate,
  PageBody,
  Section,
  useLive,
  useOpenAction,
  ViewLinks,
} from '@imsa-hub/ui';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { pagePaths } from '../api/paths';
import { useBack } from '../api/useBack';
import { useRetention } from '../api/useRetention';
import { groupRetention } from './groupRetention';
import { RetentionCase } from './RetentionCase';

type View = RetentionRequest['view'];

const VIEW_NAMES: Readonly<Record<View, string>> = {
  due: 'To look at',
  held: 'On hold',
};

const EMPTY: Readonly<Record<View, { title: string; why: string }>> = {
  due: {
    title: 'Nothing to look at',
    why: 'A closed case stands here for the last 90 days of its retention, and until its content is destroyed.',
  },
  held: {
    title: 'No case is on hold',
    why: 'A case that must be kept beyond the end of its retention is put on hold, here or on its page.',
  },
};

/** Closed cases: how long they are kept, and what is decided about that. */
export function RetentionPage() {
  // Its own records: of the same ids as cases, and of another shape.
  return (
    <FreshRecordsProvider>
      <Review />
    </FreshRecordsProvider>
  );
}

function Review() {
  const [search] = useSearchParams();
  const { data } = RetentionRequestSchema.safeParse({
    view: search.get('view') ?? undefined,
  });
  const view = data?.view ?? 'due';
  const { rows, pages } = useRetention(view);
  const opened = useOpenAction({
    allowed: RetentionActionSchema.options,
    schema: RetentionActionSchema,
  });
  const navigate = useNavigate();
  const back = useBack();
  const staying = useRef<{ id: string; title: string }>();
  useLive('escalations');

  const arrange = () =>
    groupRetention({
      view,
      rows: rows ?? [],
      today: londonDate(new Date()),
      staying: staying.current,
    });
  // A case that changes its group would take the open form, and what is
  // decided upon in it, off the screen.
  if (staying.current?.id !== opened.item) {
    staying.current = undefined;
    const title = arrange().find(({ rows: of }) =>
      of.some(({ id }) => id === opened.item),
    )?.title;
    staying.current = title ? { id: opened.item, title } : undefined;
  }
  const groups = arrange();

  return (
    <PageBody
      title="How long cases are kept"
      lead="A closed case is kept for a set time. Then its content is destroyed, unless somebody who keeps cases decides otherwise."
      back={back}
    >
      <ViewLinks
        label="Views of closed cases"
        views={RETENTION_VIEWS.map(value => ({
          value,
          label: VIEW_NAMES[value],
          href: pagePaths.retention(value),
        }))}
        current={view}
        onChange={value => navigate(pagePaths.retention(value))}
      />
      {pages.error && (
        <ErrorState
          error={pages.error}
          onRetry={() => void pages.refetch()}
          title="We could not load the cases"
        />
      )}
      {!rows && !pages.error && <LoadingState what="the cases" lines={6} />}
      {rows?.length === 0 && (
        <EmptyState title={EMPTY[view].title}>{EMPTY[view].why}</EmptyState>
      )}
      {groups.map(group => (
        <Section key={group.title} title={group.title} lead={group.lead}>
          <ul className="case-first">
            {group.rows.map(row => (
              <RetentionCase key={row.id} row={row} opened={opened} />
            ))}
          </ul>
        </Section>
      ))}
      {pages.hasNextPage && (
        <div className="hub-row">
          <Button
            variant="secondary"
            size="medium"
            isPending={pages.isFetchingNextPage}
            onPress={() => void pages.fetchNextPage()}
          >
            Show more
          </Button>
        </div>
      )}
    </PageBody>
  );
}
