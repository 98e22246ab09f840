import { useRef } from 'react';
import { z } from 'zod';
import { useFreshRecords, type VersionedRecord } from './FreshRecords';
import { ProblemError } from './ProblemError';
import { useHubMutation } from './useHubMutation';
import { useOnce } from './useOnce';

/** The newer record that came with a refusal, if one did. */
export function readCurrent<R>(
  schema: z.ZodType<R>,
  error: unknown,
): R | undefined {
  if (!(error instanceof ProblemError) || !error.isStale) return undefined;
  const parsed = schema.safeParse(error.current);
  return parsed.success ? parsed.data : undefined;
}

/** One thing that can be done to a record. */
export interface RecordActionOptions<R extends VersionedRecord> {
  path: string;
  method?: 'POST' | 'PUT';
  /** The record; the answer may be empty where access ended with the action. */
  schema: z.ZodType<R>;
  /** Beginnings of query keys that are out of date afterwards. */
  invalidates: readonly (readonly unknown[])[];
}

/** What follows once it is done. */
interface RecordActionDone<R> {
  /** Is given the fresh record; nothing where access ended with the action. */
  onDone(record: R | undefined): void;
}

/**
 * Does one thing to a record. The fresh record, or the newer one that came
 * with a refusal, is shown at once; nothing that was typed is touched.
 */
export function useRecordAction<R extends VersionedRecord>(
  options: RecordActionOptions<R>,
) {
  const { path, method, schema, invalidates } = options;
  const { put } = useFreshRecords<R>();
  const once = useOnce();
  const whenDone = useRef<(record: R | undefined) => void>();
  const mutation = useHubMutation({
    method,
    path,
    schema: schema.or(z.undefined()),
    invalidates,
    body: (input: object) => input,
    onSuccess: record => {
      if (record) put(record);
      whenDone.current?.(record);
    },
  });

  const send = (body: object, after?: RecordActionDone<R>): void =>
    once(async () => {
      whenDone.current = after?.onDone;
      try {
        await mutation.mutateAsync(body);
      } catch (error) {
        const current = readCurrent(schema, error);
        if (current) put(current);
        throw error;
      }
    });

  return {
    send,
    isPending: mutation.isPending,
    problem: mutation.error,
    forget: mutation.reset,
  };
}
