import type { RetentionAction } from '@imsa-hub/escalations-common';
import type { EscalationDbRow } from '../escalations/EscalationRow';

/** What decides how long a case is kept. */
export type RetentionFacts = Pick<
  EscalationDbRow,
  'open' | 'held' | 'destroyed_at' | 'retain_until' | 'destruction_asked_by'
>;

/**
 * What this person can do about how long a case is kept. Before the end of
 * retention one person asks for the destruction and another confirms; after
 * the end one is enough.
 */
export function retentionActions(
  row: RetentionFacts,
  input: { personId: string; today: string },
): RetentionAction[] {
  if (row.open || row.destroyed_at) return [];
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

/** Why it cannot be kept longer, or no longer, in plain words. */
export function whyNot(
  row: RetentionFacts,
  wanted: 'hold' | 'release' | 'destroy',
): string {
  if (row.destroyed_at) {
    return 'The content of this case was destroyed already.';
  }
  if (row.open) {
    return 'This case is open, and kept for as long as it is. Close it first.';
  }
  if (wanted === 'release') return 'This case is not on hold.';
  if (row.held) {
    return wanted === 'hold'
      ? 'This case is on hold already.'
      : 'This case is on hold. Release it before anything is destroyed.';
  }
  return 'You asked for this before the end of its retention, so somebody else has to confirm it.';
}
