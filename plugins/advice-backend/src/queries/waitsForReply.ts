import type { QueryDbRow } from './QueryRow';

/**
 * Whether the asker of a merged query still has to hear something. Who asked
 * both reads the reply in the other; who left no way to read waits for nothing.
 */
export function waitsForReply(merged: QueryDbRow, into: QueryDbRow): boolean {
  if (merged.first_replied_at) return false;
  if (merged.raised_by) return merged.raised_by !== into.raised_by;
  return merged.receipt_hash !== null;
}
