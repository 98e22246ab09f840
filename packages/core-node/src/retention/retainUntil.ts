import { DateTime } from 'luxon';
import type { RetentionPatch, RetentionSettings } from './KeptRecords';

/** What ends with retention, where it begins anew. */
const NOT_ENDING = {
  retention_told_at: null,
  destruction_asked_by: null,
  destruction_asked_at: null,
} satisfies RetentionPatch;

/** What a record that goes on writes: it is kept while it is open. */
export const RETENTION_BEGINS_ANEW = {
  ...NOT_ENDING,
  retain_until: null,
} satisfies RetentionPatch;

/** What a record that ended writes: the day until which it is kept, in London. */
export function retainUntil(
  { retentionMonths }: Pick<RetentionSettings, 'retentionMonths'>,
  now: string,
) {
  return {
    ...NOT_ENDING,
    retain_until: DateTime.fromISO(now, { zone: 'Europe/London' })
      .plus({ months: retentionMonths })
      .toISODate(),
  } satisfies RetentionPatch;
}
