import type { Work } from '@imsa-hub/core-node';

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
