import { useRef } from 'react';
import { QueryRecordSchema } from '@imsa-hub/advice-common';
import { useHubMutation } from '@imsa-hub/ui';
import { z } from 'zod';
import { useFreshRecords } from './FreshRecords';
import { keys } from './keys';
import { apiPaths } from './paths';
import { readCurrent } from './readCurrent';
import { useOnce } from './useOnce';

/** The fresh record, or nothing where access ended with the action. */
const AnswerSchema = QueryRecordSchema.or(z.undefined());

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
  const whenDone = useRef<() => void>();
  const mutation = useHubMutation({
    method,
    path: apiPaths.does(id, verb),
    schema: AnswerSchema,
    invalidates: [keys.queueAll, keys.day],
    body: (input: object) => input,
    onSuccess: record => {
      if (record) put(record);
      whenDone.current?.();
    },
  });

  const send = (body: object, after?: { onDone(): void }): void =>
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
