import type { QueryAction } from '@imsa-hub/advice-common';
import { useDraft } from '@imsa-hub/ui';

/**
 * What somebody has typed into the form of an action, kept through a reload,
 * a conflict and a wrong turn until it is done.
 */
export function useActionDraft<T>(options: {
  queryId: string;
  action: QueryAction;
  /** What of the query it is about, where there are several. */
  item?: string;
  initial: T;
}) {
  const { queryId, action, item, initial } = options;
  const [value, setValue, clear] = useDraft<T>({
    key: ['advice', action, queryId, item].filter(Boolean).join('.'),
    initial,
  });
  const change = (part: Partial<T>) => setValue({ ...value, ...part });
  return { value, change, clear };
}
