import { ROLE_NAMES } from '@imsa-hub/core';
import {
  PeoplePageSchema,
  TRAINING_NAMES,
  type PeopleSearch,
  type PersonSummary,
} from '@imsa-hub/network-common';
import {
  EmptyState,
  QueueTable,
  StatusBadge,
  useHubPages,
  useLive,
  type QueueColumnConfig,
} from '@imsa-hub/ui';
import { apiPaths, pagePaths } from '../shared/paths';

/** What to look for; nothing means everybody this person may see. */
export type PeopleQuestion = Partial<Omit<PeopleSearch, 'cursor' | 'limit'>>;

function rolesOf({ roles }: PersonSummary): string {
  return roles?.map(role => ROLE_NAMES[role]).join(', ') ?? '';
}

function employersOf({ employments }: PersonSummary): string {
  return employments
    .filter(({ current }) => current)
    .map(({ organisationName }) => organisationName)
    .join(', ');
}

const columns: QueueColumnConfig<PersonSummary>[] = [
  {
    id: 'name',
    label: 'Name',
    isRowHeader: true,
    cell: ({ displayName }) => displayName,
  },
  { id: 'roles', label: 'Role', cell: rolesOf },
  { id: 'employer', label: 'Works at', cell: employersOf },
  {
    id: 'training',
    label: 'Training',
    cell: ({ training, active }) => (
      <span className="hub-row">
        {training !== 'not-an-imsa' && (
          <StatusBadge tone={training === 'trainee' ? 'warning' : 'positive'}>
            {TRAINING_NAMES[training]}
          </StatusBadge>
        )}
        {!active && <StatusBadge>Has left</StatusBadge>}
      </span>
    ),
  },
];

/** Roles are told to some readers only; the others have no empty column. */
function columnsFor(rows: readonly PersonSummary[] | undefined) {
  const isTold = rows?.some(({ roles }) => roles !== undefined) ?? true;
  return isTold ? columns : columns.filter(({ id }) => id !== 'roles');
}

/** The people that fit a question. Asked by POST: names stay out of addresses. */
export function PeopleTable(props: { search: PeopleQuestion; label: string }) {
  const { search, label } = props;
  useLive('network');
  const list = useHubPages({
    key: ['network', 'people', search],
    path: () => apiPaths.searchPeople,
    method: 'POST',
    body: cursor => ({ ...search, ...(cursor ? { cursor } : {}) }),
    schema: PeoplePageSchema,
    next: page => page.nextCursor,
  });
  const rows = list.data?.pages.flatMap(page => page.items);
  return (
    <QueueTable
      label={label}
      columns={columnsFor(rows)}
      rows={rows}
      getId={({ id }) => id}
      getHref={({ id }) => pagePaths.person(id)}
      error={list.error}
      onRetry={() => void list.refetch()}
      empty={
        <EmptyState title="Nobody fits">
          <p>Try part of a name, or fewer conditions.</p>
        </EmptyState>
      }
      hasMore={list.hasNextPage}
      isLoadingMore={list.isFetchingNextPage}
      onLoadMore={() => void list.fetchNextPage()}
    />
  );
}
