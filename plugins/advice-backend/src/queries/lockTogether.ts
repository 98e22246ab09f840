import type { Work } from '@imsa-hub/core-node';
import type { AdviceContext } from '../AdviceContext';

/**
 * Locks the queries that one change touches, in the order of their ids, so
 * that two changes of the same ones cannot block each other. One alone is
 * locked where it is loaded.
 */
export function lockTogether(ids: readonly string[]) {
  return async ({ trx }: Work): Promise<void> => {
    if (ids.length < 2) return;
    await trx
      .from('query')
      .whereIn('id', [...ids])
      .orderBy('id')
      .forUpdate()
      .select('id');
  };
}

/** Locks a query and the one it was merged into, if it was. */
export async function lockWithSurvivor(
  context: AdviceContext,
  queryId: string,
) {
  const [found]: Array<{ merged_into: string | null }> =
    await context.hub.database
      .from('query')
      .where({ id: queryId })
      .select('merged_into');
  return lockTogether([
    queryId,
    ...(found?.merged_into ? [found.merged_into] : []),
  ]);
}
