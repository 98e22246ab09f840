import { useRef } from 'react';
import type { QueryRecord } from '@imsa-hub/advice-common';
import { useHubMutation } from '@imsa-hub/ui';
import { ChangedQuerySchema } from './ChangedQuerySchema';
import { useFreshRecords } from './FreshRecords';
import { keys } from './keys';
import { apiPaths } from './paths';
import { readCurrent } from './readCurrent';
import { useOnce } from './useOnce';

/** Is given the fresh record; nothing where access ended with the action. */
type WhenDone = (record: QueryRecord | undefined) => void;

/**
 * Does one thing to a query. The fresh record, or the newer one that came
 * with a refusal, is shown at once; nothing that was typed is touched.
 *
 * @param options.verb - the last part of the route: `triage`, `hand-over`
 */
export function useQueryAction(options: {
  id: string;
  verb: string;
  method?: 'POST' | 'PUT';
}) {
  const { id, verb, method } = options;
  const { put } = useFreshRecords();
  const once = useOnce();
  const whenDone = useRef<WhenDone>();
  const mutation = useHubMutation({
    method,
    path: apiPaths.does(id, verb),
    schema: ChangedQuerySchema,
    invalidates: [keys.queueAll, keys.day],
    body: (input: object) => input,
    onSuccess: record => {
      if (record) put(record);
      whenDone.current?.(record);
    },
  });

  const send = (body: object, after?: { onDone: WhenDone }): void =>
    once(async () => {
      whenDone.current = after?.onDone;
      try {
        await mutation.mutateAsync(body);
      } catch (error) {
        const current = readCurrent(error);
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
