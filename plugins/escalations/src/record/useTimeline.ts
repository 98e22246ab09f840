import { useEffect, useMemo, useState } from 'react';
import {
  EntrySchema,
  type Entry,
  type EscalationRecord,
} from '@imsa-hub/escalations-common';
import { useHubPages } from '@imsa-hub/ui';
import { z } from 'zod';
import { keys } from '../api/keys';
import { apiPaths } from '../api/paths';

const EntriesPageSchema = z.object({
  entries: z.array(EntrySchema),
  olderEntries: z.string().nullable(),
});

function newestFirst(a: Entry, b: Entry): number {
  return b.at.localeCompare(a.at) || b.id.localeCompare(a.id);
}

/**
 * Every entry that has arrived, newest first. Entries never change, so what
 * was seen once stays: a newer record may no longer carry its oldest ones.
 */
export function useTimeline(record: EscalationRecord) {
  const [seen, setSeen] = useState<ReadonlyMap<string, Entry>>(
    () => new Map(record.entries.map(entry => [entry.id, entry])),
  );
  // Older ones are asked for from where the first record ended.
  const [before] = useState(record.olderEntries);
  const older = useHubPages({
    key: keys.entries(record.id, before ?? ''),
    path: cursor => apiPaths.entries(record.id, cursor ?? before ?? ''),
    schema: EntriesPageSchema,
    next: page => page.olderEntries,
    enabled: false,
  });

  useEffect(() => {
    setSeen(known => {
      const more = record.entries.filter(({ id }) => !known.has(id));
      if (more.length === 0) return known;
      return new Map([
        ...known,
        ...more.map(entry => [entry.id, entry] as const),
      ]);
    });
  }, [record.entries]);

  const entries = useMemo(
    () =>
      [
        ...seen.values(),
        ...(older.data?.pages.flatMap(page => page.entries) ?? []),
      ].sort(newestFirst),
    [seen, older.data],
  );
  return {
    entries,
    hasOlder: before !== null && (!older.data || older.hasNextPage),
    isLoadingOlder: older.isFetching,
    error: older.error,
    loadOlder: () =>
      void (older.data ? older.fetchNextPage() : older.refetch()),
  };
}
