import { QueryRecordSchema, type QueryRecord } from '@imsa-hub/advice-common';
import { newestOf, useFreshRecords, useHubQuery } from '@imsa-hub/ui';
import { keys } from './keys';
import { apiPaths } from './paths';

/**
 * One query, as this person may see it, in the newest version that has
 * arrived by any way. Missing and hidden are both 404.
 */
export function useQueryRecord(id: string) {
  const query = useHubQuery({
    key: keys.query(id),
    path: apiPaths.query(id),
    schema: QueryRecordSchema,
  });
  const { records } = useFreshRecords<QueryRecord>();
  const record = query.data
    ? newestOf(records.get(id), {
        record: query.data,
        at: query.dataUpdatedAt,
      }).record
    : undefined;
  return {
    record,
    error: query.error,
    retry: () => void query.refetch(),
  };
}
