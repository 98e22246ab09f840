import {
  ESCALATION_STATUS_NAMES,
  type RetentionRow,
} from '@imsa-hub/escalations-common';
import { capital, nameOf, writtenDate, type ConflictRow } from '@imsa-hub/ui';

const PARTS: ReadonlyArray<{ label: string; say(row: RetentionRow): string }> =
  [
    {
      label: 'Where it stands',
      say: ({ status }) => capital(ESCALATION_STATUS_NAMES[status]),
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

/** What is different about how long a case is kept, in words. */
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
