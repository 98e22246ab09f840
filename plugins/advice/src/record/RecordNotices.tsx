import type { QueryRecord } from '@imsa-hub/advice-common';
import { DestroyedNotice, Moment, Notice } from '@imsa-hub/ui';
import { Link } from '@backstage/ui';
import { pagePaths } from '../api/paths';

/** What must be known before anything is done with this query. */
export function RecordNotices({ record }: { record: QueryRecord }) {
  const mergedInto = record.links.find(({ kind }) => kind === 'merged-into');
  return (
    <>
      {record.openedByBreakGlassUntil && (
        <Notice
          tone="negative"
          title="You opened a query you are held back from"
        >
          You can see it until <Moment at={record.openedByBreakGlassUntil} />.
          It is in the audit trail, and those who take part were told.
        </Notice>
      )}
      {record.retention.destroyed && <DestroyedNotice noun="query" />}
      {mergedInto && (
        <Notice tone="information" title="This query was merged">
          It goes on as{' '}
          <Link href={pagePaths.query(mergedInto.id)}>
            {mergedInto.reference}
          </Link>
          .{' '}
          {record.allowedActions.includes('reopen') &&
            'Reopening takes it out again.'}
        </Notice>
      )}
      {record.becameCase && (
        <Notice
          tone="information"
          title="A complex case was made of this query"
        >
          Work on it goes on in{' '}
          <Link href={pagePaths.case(record.becameCase.id)}>
            {record.becameCase.reference}
          </Link>
          . This query stays open until you close it.
        </Notice>
      )}
      {record.immigrationGate && (
        <Notice
          tone="warning"
          title="Immigration: say where to go, do not advise"
        >
          {record.immigrationGate}
        </Notice>
      )}
    </>
  );
}
