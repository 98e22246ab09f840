import {
  EscalationRecordSchema,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import { newestOf, useFreshRecords, useHubQuery } from '@imsa-hub/ui';
import { keys } from './keys';
import { apiPaths } from './paths';

/**
 * One case, as this person may see it, in the newest version that has arrived
 * by any way. Missing and hidden are both 404.
 */
export function useCase(id: string) {
  const query = useHubQuery({
    key: keys.case(id),
    path: apiPaths.case(id),
    schema: EscalationRecordSchema,
  });
  const { records } = useFreshRecords<EscalationRecord>();
  const record = query.data
    ? newestOf(records.get(id), {
        record: query.data,
        at: query.dataUpdatedAt,
      }).record
    : undefined;
  return { record, error: query.error, retry: () => void query.refetch() };
}
