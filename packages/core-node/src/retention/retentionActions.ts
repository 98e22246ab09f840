import type { RetentionAction } from '@imsa-hub/core';
import type { KeptRow } from './KeptRecords';

/** What decides how long a record is kept. */
export type RetentionFacts = Pick<
  KeptRow,
  'open' | 'held' | 'destroyed_at' | 'retain_until' | 'destruction_asked_by'
>;

/**
 * What this person can do about how long a record is kept. Before the end of
 * retention one person asks for the destruction and another confirms; after
 * the end one is enough.
 */
export function retentionActions(
  row: RetentionFacts,
  input: { personId: string; today: string },
): RetentionAction[] {
  if (goesOn(row) || row.destroyed_at) return [];
  if (row.held) return ['release'];
  return ['hold', ...destructionOf(row, input)];
}

function destructionOf(
  row: RetentionFacts,
  { personId, today }: { personId: string; today: string },
): RetentionAction[] {
  if (row.retain_until !== null && row.retain_until <= today) {
    return ['destroy'];
  }
  if (row.destruction_asked_by === null) return ['ask-destruction'];
  return row.destruction_asked_by === personId ? [] : ['confirm-destruction'];
}

/** What has ended has an end of retention, unless it ends with another. */
const goesOn = (row: RetentionFacts) => row.open || row.retain_until === null;

/** Why it cannot be kept longer, or no longer, in plain words. */
export function whyNot(
  row: RetentionFacts,
  { wanted, noun }: { wanted: 'hold' | 'release' | 'destroy'; noun: string },
): string {
  if (row.destroyed_at) {
    return `The content of this ${noun} was destroyed already.`;
  }
  if (row.open) {
    return `This ${noun} is open, and kept for as long as it is. Close it first.`;
  }
  if (row.retain_until === null) {
    return `This ${noun} is kept as long as the one it was merged into, and ends with it.`;
  }
  if (wanted === 'release') return `This ${noun} is not on hold.`;
  if (row.held) {
    return wanted === 'hold'
      ? `This ${noun} is on hold already.`
      : `This ${noun} is on hold. Release it before anything is destroyed.`;
  }
  return 'You asked for this before the end of its retention, so somebody else has to confirm it.';
}
