import type {
  NamedPerson,
  RetentionRow,
  RetentionStep,
} from '@imsa-hub/escalations-common';
import { londonDateOf } from '@imsa-hub/core';
import type { EscalationDbRow } from '../escalations/EscalationRow';
import { retentionActions } from './retentionActions';

/** A closed case as those see it who decide how long it is kept. */
export function presentRetention(
  row: EscalationDbRow,
  input: {
    steps: RetentionStep[];
    reviewDays: number;
    personId: string;
    today: string;
    named(personId: string): NamedPerson;
  },
): RetentionRow {
  const asked = row.destruction_asked_by;
  return {
    id: row.id,
    reference: row.reference,
    version: row.version,
    caseReference: row.case_reference,
    status: row.status,
    closedAt: row.closed_at?.toISOString() ?? null,
    retainUntil: row.retain_until,
    destroyedOn: row.destroyed_at
      ? londonDateOf(row.destroyed_at.toISOString())
      : null,
    willBeDestroyedOn: endOfReview(row, input.reviewDays),
    held: row.held,
    destructionAsked: asked
      ? {
          by: input.named(asked),
          at: row.destruction_asked_at?.toISOString() ?? '',
        }
      : null,
    steps: input.steps,
    allowedActions: retentionActions(row, input),
  };
}

/** When it is destroyed unless somebody holds it; only where it was told. */
function endOfReview(row: EscalationDbRow, days: number): string | null {
  if (!row.retention_told_at || row.held || row.destroyed_at) return null;
  const end = new Date(row.retention_told_at);
  end.setUTCDate(end.getUTCDate() + days);
  return londonDateOf(end.toISOString());
}
