import type { QueryRecord } from '@imsa-hub/advice-common';

/** Whether this person asked the query, and so reads it as the asker. */
export function isAskersOwn(options: {
  record: Pick<QueryRecord, 'asker'>;
  personId: string;
}): boolean {
  return options.record.asker?.id === options.personId;
}
