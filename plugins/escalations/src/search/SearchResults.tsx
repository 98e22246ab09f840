import {
  BoardResponseSchema,
  type SearchRequest,
} from '@imsa-hub/escalations-common';
import { EmptyState, QueueTable, useHubQuery } from '@imsa-hub/ui';
import { keys } from '../api/keys';
import { apiPaths, pagePaths } from '../api/paths';
import { BOARD_COLUMNS } from '../desk/boardColumns';
import { rowTone } from '../desk/rowTone';

/** The cases that were found; none of them is opened for it. */
export function SearchResults(props: { request: SearchRequest }) {
  const { request } = props;
  const found = useHubQuery({
    key: keys.search(request),
    path: apiPaths.search,
    method: 'POST',
    body: request,
    schema: BoardResponseSchema,
  });
  const count = found.data?.rows.length ?? 0;
  return (
    <>
      <p role="status" className="hub-visually-hidden">
        {found.data &&
          (count === 1 ? '1 case was found' : `${count} cases were found`)}
      </p>
      <QueueTable
        label="Cases that were found"
        columns={BOARD_COLUMNS}
        rows={found.data?.rows}
        getId={row => row.id}
        getHref={row => pagePaths.case(row.id)}
        getTone={row => rowTone(row)}
        error={found.error}
        onRetry={() => void found.refetch()}
        tooMany={
          found.data?.next &&
          'There are more. Fill in another field to narrow the search.'
        }
        empty={
          <EmptyState title="No case was found that you can see">
            Check the reference, or leave a field empty to search wider.
          </EmptyState>
        }
      />
    </>
  );
}
