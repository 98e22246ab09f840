import { useEffect, useState } from 'react';
import type { QueryRecord } from '@imsa-hub/advice-common';
import { recordChanges } from '../record/recordChanges';

/**
 * The version of a query on which somebody is deciding: the one that was on
 * the screen when the form was opened. A newer version replaces it silently
 * only when nothing in it could change the decision.
 */
export function useSeenRecord(record: QueryRecord) {
  const [seen, setSeen] = useState(record);
  const changes = recordChanges({ seen, newer: record });
  const isSame = changes.length === 0;

  useEffect(() => {
    if (isSame && seen.version !== record.version) setSeen(record);
  }, [isSame, seen.version, record]);

  return { seen, changes, version: isSame ? record.version : seen.version };
}
