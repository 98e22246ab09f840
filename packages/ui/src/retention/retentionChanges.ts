import type { RetentionRow } from '@imsa-hub/core';
import type { ConflictRow } from '../feedback/ConflictNotice';
import { writtenDate } from '../record/dates';
import { nameOf } from '../words/nameOf';

const PARTS: ReadonlyArray<{ label: string; say(row: RetentionRow): string }> =
  [
    {
      label: 'Where it stands',
      say: ({ open }) => (open ? 'Opened again' : 'Closed'),
    },
    {
      label: 'Kept until',
      say: ({ retainUntil }) =>
        retainUntil ? writtenDate(retainUntil) : 'No end is set',
    },
    { label: 'On hold', say: ({ held }) => (held ? 'Yes' : 'No') },
    {
      label: 'Asked to be destroyed early',
      say: ({ destructionAsked }) =>
        destructionAsked ? `By ${nameOf(destructionAsked.by)}` : 'No',
    },
    {
      label: 'Content',
      say: ({ destroyedOn }) => (destroyedOn ? 'Destroyed' : 'There'),
    },
  ];

/** What is different about how long a record is kept, in words. */
export function retentionChanges(options: {
  seen: RetentionRow;
  newer: RetentionRow;
}): ConflictRow[] {
  return PARTS.flatMap(({ label, say }) => {
    const yours = say(options.seen);
    const newer = say(options.newer);
    return yours === newer ? [] : [{ label, yours, newer }];
  });
}
