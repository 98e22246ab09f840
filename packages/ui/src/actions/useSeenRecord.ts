import { useEffect, useState } from 'react';
import type { ConflictRow } from '../feedback/ConflictNotice';

/** What is different in the newer of two versions, in words. */
export type RecordChangesOf<R> = (options: {
  seen: R;
  newer: R;
}) => ConflictRow[];

/**
 * The version of a record on which somebody is deciding: the one that was on
 * the screen when the form was opened. A newer version replaces it silently
 * only when nothing in it could change the decision.
 */
export function useSeenRecord<R extends { version: number }>(options: {
  record: R;
  changesOf: RecordChangesOf<R>;
}) {
  const { record, changesOf } = options;
  const [seen, setSeen] = useState(record);
  const changes = changesOf({ seen, newer: record });
  const isSame = changes.length === 0;

  useEffect(() => {
    if (isSame && seen.version !== record.version) setSeen(record);
  }, [isSame, seen.version, record]);

  return { seen, changes, version: isSame ? record.version : seen.version };
}
