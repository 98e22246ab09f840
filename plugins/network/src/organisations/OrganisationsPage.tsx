import { useState } from 'react';
import {
  NATION_NAMES,
  SECTOR_NAMES,
  type Nation,
  type Sector,
} from '@imsa-hub/core';
import {
  OrganisationPageSchema,
  STANDING_NAMES,
  type OrganisationSummary,
} from '@imsa-hub/network-common';
import {
  EmptyState,
  QueueTable,
  Select,
  StatusBadge,
  useHubPages,
  useLive,
  type QueueColumnConfig,
} from '@imsa-hub/ui';
import { nationChoices, sectorChoices } from '../shared/choices';
import { apiPaths, pagePaths } from '../shared/paths';
import { RegisterPage } from '../shared/RegisterPage';

interface Filter {
  nation: Nation | '';
  sector: Sector | '';
}

const columns: QueueColumnConfig<OrganisationSummary>[] = [
  {
    id: 'name',
    label: 'Organisation',
    isRowHeader: true,
    cell: ({ name }) => name,
  },
  {
    id: 'sector',
    label: 'Kind',
    cell: ({ sector }) => SECTOR_NAMES[sector],
  },
  {
    id: 'nation',
    label: 'Where',
    cell: ({ nation, area }) => `${area}, ${NATION_NAMES[nation]}`,
  },
  {
    id: 'standing',
    label: 'Standing',
    cell: ({ standing }) => (
      <StatusBadge tone={standing === 'current' ? 'positive' : 'warning'}>
        {STANDING_NAMES[standing]}
      </StatusBadge>
    ),
  },
];

function addressOf(options: { filter: Filter; cursor: string | undefined }) {
  const { filter, cursor } = options;
  const query = new URLSearchParams();
  if (filter.nation) query.set('nation', filter.nation);
  if (filter.sector) query.set('sector', filter.sector);
  if (cursor) query.set('cursor', cursor);
  return `${apiPaths.organisations}?${query}`;
}

/** Every organisation that this person may see. */
export function OrganisationsPage() {
  const [filter, setFilter] = useState<Filter>({ nation: '', sector: '' });
  useLive('network');
  const list = useHubPages({
    key: ['network', 'organisations', filter],
    path: cursor => addressOf({ filter, cursor }),
    schema: OrganisationPageSchema,
    next: page => page.nextCursor,
  });

  return (
    <RegisterPage
      view="organisations"
      lead="Who takes part in the network, and where."
    >
      <div className="hub-filters">
        <Select
          name="nation"
          label="Nation"
          placeholder="All nations"
          choices={nationChoices}
          value={filter.nation}
          onChange={nation => setFilter({ ...filter, nation })}
        />
        <Select
          name="sector"
          label="Kind of organisation"
          placeholder="All kinds"
          choices={sectorChoices}
          value={filter.sector}
          onChange={sector => setFilter({ ...filter, sector })}
        />
      </div>
      <QueueTable
        label="Organisations"
        columns={columns}
        rows={list.data?.pages.flatMap(page => page.items)}
        getId={({ id }) => id}
        getHref={({ id }) => pagePaths.organisation(id)}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={
          <EmptyState title="No organisation fits">
            <p>Choose another nation or kind.</p>
          </EmptyState>
        }
        hasMore={list.hasNextPage}
        isLoadingMore={list.isFetchingNextPage}
        onLoadMore={() => void list.fetchNextPage()}
      />
    </RegisterPage>
  );
}
