import { useParams } from 'react-router-dom';
import { LoadingState, PageBody, useLive, useMe } from '@imsa-hub/ui';
import { useQueryRecord } from '../api/useQueryRecord';
import { AskerView } from './AskerView';
import { isAskersOwn } from './isAskersOwn';
import { QueryNotFound } from './QueryNotFound';
import { StaffView } from './StaffView';

/** One query: as those who answer see it, or as the one who asked does. */
export function QueryPage() {
  const { queryId = '' } = useParams();
  const { record, error, retry } = useQueryRecord(queryId);
  const { person } = useMe();
  useLive('advice');

  // What was shown before stays, unless it is not this person's to see.
  if (error && (!record || error.status === 404)) {
    return <QueryNotFound error={error} onRetry={retry} />;
  }
  if (!record) {
    return (
      <PageBody title="Query">
        <LoadingState what="the query" lines={8} />
      </PageBody>
    );
  }
  return isAskersOwn({ record, personId: person.id }) ? (
    <AskerView key={record.id} record={record} />
  ) : (
    <StaffView key={record.id} record={record} />
  );
}
