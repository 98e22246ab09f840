import { useRef, type FocusEvent } from 'react';
import { Button } from '@backstage/ui';
import {
  Fold,
  KeyHint,
  narrowTitle,
  Notice,
  PageBody,
  QueueTable,
  useFilterKey,
  useKeepPlace,
  useListNews,
  useLive,
  useMe,
  useSteadyRows,
  ViewLinks,
} from '@imsa-hub/ui';
import { useSearchParams } from 'react-router-dom';
import { CASES_PATH, pagePaths } from '../api/paths';
import { useBoard } from '../api/useBoard';
import { useCasesDay } from '../api/useCasesDay';
import { useConsentRequests } from '../api/useConsentRequests';
import { useLoad } from '../api/useLoad';
import { BOARD_COLUMNS } from './boardColumns';
import { ConsentRequestsSection } from './ConsentRequestsSection';
import { DeskActions } from './DeskActions';
import { DeskEmpty } from './DeskEmpty';
import { DeskFilterBar } from './DeskFilterBar';
import {
  NARROWING,
  NO_NARROWING,
  readFilters,
  viewsFor,
  writeFilters,
  type DeskFilters,
} from './deskFilters';
import { LoadSection } from './LoadSection';
import { rowTone } from './rowTone';
import { countFor, viewName } from './viewWords';

/** The board: most pressing first, kept fresh while one looks at it. */
export function DeskPage() {
  const { has } = useMe();
  const isDesk = has('escalations.desk');
  const [search, setSearch] = useSearchParams();
  const views = viewsFor({ has });
  const filters = readFilters({ search, views });
  const name = `${writeFilters(filters)}`;
  const day = useCasesDay();
  const load = useLoad({ enabled: isDesk });
  const consent = useConsentRequests({
    enabled: has('escalations.override-consent'),
  });
  const board = useBoard(filters);
  const steady = useSteadyRows({ list: name, rows: board.rows });
  const news = useListNews({
    list: name,
    rows: board.rows,
    news: 'The list has changed',
  });
  const bar = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const keepPlace = useKeepPlace({ list, rows: steady.rows });
  useLive('escalations');
  useFilterKey({ bar, what: 'Narrow the list' });

  const change = (next: DeskFilters) => setSearch(writeFilters(next));

  return (
    <PageBody
      title={isDesk ? 'Complex cases' : 'My cases'}
      lead={
        <p>
          {isDesk
            ? 'The most urgent case comes first, by legal limit and risk. Each shows why it is where it is.'
            : 'Cases you brought to the Hub or have a part in. The most urgent comes first.'}
          <span className="case-keys">
            {' '}
            Press <KeyHint>?</KeyHint> for keyboard shortcuts.
          </span>
        </p>
      }
      actions={<DeskActions day={day.data} />}
    >
      <ViewLinks
        label="Views of the cases"
        views={views.map(view => ({
          value: view,
          label: viewName({ view, isDesk }),
          href: `${CASES_PATH}?${writeFilters({ ...filters, view })}`,
          count: countFor({ view, day: day.data }),
        }))}
        current={filters.view}
        onChange={view => change({ ...filters, view })}
      />
      {consent.data && (
        <ConsentRequestsSection requests={consent.data.requests} />
      )}
      {load.data && (
        <Fold title="How much each person has">
          <LoadSection load={load.data} />
        </Fold>
      )}
      <Fold
        title={narrowTitle(NARROWING.filter(key => filters[key] !== '').length)}
      >
        <DeskFilterBar
          filters={filters}
          handlers={load.data?.people.map(({ person }) => person) ?? []}
          onChange={change}
          bar={bar}
        />
      </Fold>
      <p role="status" className="hub-visually-hidden">
        {news}
      </p>
      <div
        ref={list}
        {...steady.hold}
        onFocus={(event: FocusEvent) => {
          keepPlace(event);
          steady.hold.onFocus();
        }}
      >
        <QueueTable
          label={viewName({ view: filters.view, isDesk })}
          columns={BOARD_COLUMNS}
          rows={steady.rows}
          getId={row => row.id}
          getHref={row => pagePaths.case(row.id)}
          getTone={row => rowTone(row)}
          error={board.error}
          onRetry={board.retry}
          hasMore={board.hasMore}
          isLoadingMore={board.isLoadingMore}
          onLoadMore={board.loadMore}
          tooMany={board.hasMore && 'Choose a filter to narrow the list.'}
          empty={
            <DeskEmpty
              filters={filters}
              onShowAll={() => change({ ...filters, ...NO_NARROWING })}
            />
          }
        />
        {/* Beneath, and on top of what is there: it must not move the rows. */}
        {steady.isOutOfOrder && (
          <div className="case-news">
            <Notice
              title="The list has changed"
              actions={
                <Button
                  variant="secondary"
                  size="medium"
                  onPress={steady.settle}
                >
                  Put it in the newest order
                </Button>
              }
            >
              Rows keep their places while you are in the list.
            </Notice>
          </div>
        )}
      </div>
    </PageBody>
  );
}
