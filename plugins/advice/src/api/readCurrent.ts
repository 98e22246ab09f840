import { QueryRecordSchema, type QueryRecord } from '@imsa-hub/advice-common';
import { ProblemError } from '@imsa-hub/ui';

/** The newer query that came with a refusal, if one did. */
export function readCurrent(error: unknown): QueryRecord | undefined {
  if (!(error instanceof ProblemError) || !error.isStale) return undefined;
  const parsed = QueryRecordSchema.safeParse(error.current);
  return parsed.success ? parsed.data : undefined;
}
