import type { BoardResponse } from '@imsa-hub/escalations-common';
import { EmptyState, QueueTable } from '@imsa-hub/ui';
import { pagePaths } from '../api/paths';
import { BOARD_COLUMNS } from '../desk/boardColumns';
import { rowTone } from '../desk/rowTone';

/** So many are found at most. */
const MOST = 50;

/** The cases that were found; none of them is opened for it. */
export function SearchResults(props: { found: BoardResponse | undefined }) {
  const { found } = props;
  const count = found?.rows.length ?? 0;
  return (
    <>
      <p role="status" className="hub-visually-hidden">
        {found &&
          (count === 1 ? '1 case was found' : `${count} cases were found`)}
      </p>
      <QueueTable
        label="Cases that were found"
        columns={BOARD_COLUMNS}
        rows={found?.rows}
        getId={row => row.id}
        getHref={row => pagePaths.case(row.id)}
        getTone={row => rowTone(row)}
        tooMany={
          count >= MOST &&
          'There may be more. Fill in another field to narrow the search.'
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
