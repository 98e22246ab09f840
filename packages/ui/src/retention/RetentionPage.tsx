import { useRef } from 'react';
import { Button } from '@backstage/ui';
import {
  RETENTION_VIEWS,
  RetentionActionSchema,
  RetentionRequestSchema,
  type RetentionRequest,
} from '@imsa-hub/core';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useOpenAction } from '../actions/useOpenAction';
import { FreshRecordsProvider } from '../api/FreshRecords';
import { EmptyState } from '../feedback/EmptyState';
import { ErrorState } from '../feedback/ErrorState';
import { LoadingState } from '../feedback/LoadingState';
import { useLive } from '../live/useLive';
import { PageBody, type PageBodyProps } from '../page/PageBody';
import { Section } from '../page/Section';
import { ViewLinks } from '../queue/ViewLinks';
import { londonDate } from '../record/dates';
import { groupRetention } from './groupRetention';
import type { KeptKind } from './KeptKind';
import { RetentionItem } from './RetentionItem';
import { useRetention } from './useRetention';

type View = RetentionRequest['view'];

const VIEW_NAMES: Readonly<Record<View, string>> = {
  due: 'To look at',
  held: 'On hold',
};

const emptyWords = ({
  noun,
}: KeptKind): Readonly<Record<View, { title: string; why: string }>> => ({
  due: {
    title: 'Nothing to look at',
    why: `A closed ${noun} stands here for the last 90 days of its retention, and until its content is destroyed.`,
  },
  held: {
    title: `No ${noun} is on hold`,
    why: `A ${noun} that must be kept beyond the end of its retention is put on hold, here or on its page.`,
  },
});

interface RetentionPageProps {
  kind: KeptKind;
  back: PageBodyProps['back'];
}

/** Closed records: how long they are kept, and what is decided about that. */
export function RetentionPage(props: RetentionPageProps) {
  // Its own records: of the same ids as theirs, and of another shape.
  return (
    <FreshRecordsProvider>
      <Review {...props} />
    </FreshRecordsProvider>
  );
}

function Review({ kind, back }: RetentionPageProps) {
  const { noun, nouns, listPath } = kind;
  const [search] = useSearchParams();
  const { data } = RetentionRequestSchema.safeParse({
    view: search.get('view') ?? undefined,
  });
  const view = data?.view ?? 'due';
  const { rows, pages } = useRetention(kind, view);
  const opened = useOpenAction({
    allowed: RetentionActionSchema.options,
    schema: RetentionActionSchema,
  });
  const navigate = useNavigate();
  const staying = useRef<{ id: string; title: string }>();
  useLive(kind.plugin);

  const arrange = () =>
    groupRetention({
      noun,
      view,
      rows: rows ?? [],
      today: londonDate(new Date()),
      staying: staying.current,
    });
  // A record that changes its group would take the open form, and what is
  // decided upon in it, off the screen.
  if (staying.current?.id !== opened.item) {
    staying.current = undefined;
    const title = arrange().find(({ rows: of }) =>
      of.some(({ id }) => id === opened.item),
    )?.title;
    staying.current = title ? { id: opened.item, title } : undefined;
  }
  const groups = arrange();
  const empty = emptyWords(kind)[view];

  return (
    <PageBody
      title={`How long ${nouns} are kept`}
      lead={`A closed ${noun} is kept for a set time. Then its content is destroyed, unless somebody who keeps ${nouns} decides otherwise.`}
      back={back}
    >
      <ViewLinks
        label={`Views of closed ${nouns}`}
        views={RETENTION_VIEWS.map(value => ({
          value,
          label: VIEW_NAMES[value],
          href: listPath(value),
        }))}
        current={view}
        onChange={value => navigate(listPath(value))}
      />
      {pages.error && (
        <ErrorState
          error={pages.error}
          onRetry={() => void pages.refetch()}
          title={`We could not load the ${nouns}`}
        />
      )}
      {!rows && !pages.error && (
        <LoadingState what={`the ${nouns}`} lines={6} />
      )}
      {rows?.length === 0 && (
        <EmptyState title={empty.title}>{empty.why}</EmptyState>
      )}
      {groups.map(group => (
        <Section key={group.title} title={group.title} lead={group.lead}>
          <ul className="hub-parts">
            {group.rows.map(row => (
              <RetentionItem
                key={row.id}
                kind={kind}
                row={row}
                opened={opened}
              />
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
