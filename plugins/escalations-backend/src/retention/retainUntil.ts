import { DateTime } from 'luxon';
import type { EscalationContext } from '../EscalationContext';
import type { EscalationPatch } from '../escalations/EscalationRow';

/** What ends with retention, where it begins anew. */
const NOT_ENDING = {
  retention_told_at: null,
  destruction_asked_by: null,
  destruction_asked_at: null,
} satisfies EscalationPatch;

/** What a case that goes on writes: it is kept while it is open. */
export const RETENTION_BEGINS_ANEW = {
  ...NOT_ENDING,
  retain_until: null,
} satisfies EscalationPatch;

/** What a case that ended writes: the day until which it is kept, in London. */
export function retainUntil(
  context: Pick<EscalationContext, 'retentionMonths'>,
  now: string,
): EscalationPatch {
  return {
    ...NOT_ENDING,
    retain_until: DateTime.fromISO(now, { zone: 'Europe/London' })
      .plus({ months: context.retentionMonths })
      .toISODate(),
  };
}
