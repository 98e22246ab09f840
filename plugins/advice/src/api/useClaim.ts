import {
  QueryRecordSchema,
  type QueryRecord,
  type QueueRow,
} from '@imsa-hub/advice-common';
import {
  ProblemError,
  readCurrent,
  useFreshRecords,
  useHubMutation,
  useOnce,
  useToast,
} from '@imsa-hub/ui';
import { ChangedQuerySchema } from './ChangedQuerySchema';
import { keys } from './keys';
import { apiPaths } from './paths';

type Claimed = Pick<QueueRow, 'id' | 'version' | 'reference'>;

const FAILED = 'It could not be claimed. Try again in a minute.';

/**
 * Takes a query for the person who asks. When somebody else was faster the
 * toast says who, also where the row has left the screen by then.
 */
export function useClaim() {
  const toast = useToast();
  const { put } = useFreshRecords<QueryRecord>();
  const once = useOnce();
  const mutation = useHubMutation({
    path: ({ id }: Claimed) => apiPaths.does(id, 'claim'),
    body: ({ version }: Claimed) => ({ version }),
    schema: ChangedQuerySchema,
    invalidates: [keys.queueAll, keys.day],
    onSuccess: (record, { reference }) => {
      if (record) put(record);
      toast({ message: `${reference} is yours` });
    },
  });

  const claim = async (row: Claimed): Promise<void> => {
    try {
      await mutation.mutateAsync(row);
    } catch (error) {
      const problem = error instanceof ProblemError ? error : undefined;
      const current = readCurrent(QueryRecordSchema, error);
      if (current) put(current);
      toast({ message: problem?.detail ?? FAILED, tone: 'warning' });
      throw error;
    }
  };

  return {
    claim: (row: Claimed) => once(() => claim(row)),
    isPending: mutation.isPending,
  };
}
