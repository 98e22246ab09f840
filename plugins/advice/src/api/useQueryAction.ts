import { QueryRecordSchema } from '@imsa-hub/advice-common';
import { useRecordAction } from '@imsa-hub/ui';
import { keys } from './keys';
import { apiPaths } from './paths';

/**
 * Does one thing to a query.
 *
 * @param options.verb - the last part of the route: `triage`, `hand-over`
 */
export function useQueryAction(options: {
  id: string;
  verb: string;
  method?: 'POST' | 'PUT';
}) {
  const { id, verb, method } = options;
  return useRecordAction({
    method,
    path: apiPaths.does(id, verb),
    schema: QueryRecordSchema,
    invalidates: [keys.queueAll, keys.day],
  });
}
