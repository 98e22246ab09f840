import { isDeepStrictEqual } from 'node:util';
import type { Work } from '@imsa-hub/core-node';
import type { AdviceContext } from '../AdviceContext';
import { assessTogether, type AssessedTogether } from './assessTogether';
import { subjectOf } from './QueryChanges';
import type { QueryDbRow } from './QueryRow';

/**
 * Works out again where a locked query stands, after something beside it
 * changed. One whose limits stay the same is not changed, only marked with the
 * law that they follow from.
 *
 * @param options.summary - why, for its history
 * @returns whether it changed
 */
export async function workOutAgain(
  context: AdviceContext,
  options: { work: Work; row: QueryDbRow; summary: string },
): Promise<boolean> {
  const { store } = context;
  const { work, row, summary } = options;
  const { trx, now } = work;
  const assessed = await assessTogether(context, { knex: trx, row, now });
  if (isSame(row, assessed)) {
    await trx
      .from('query')
      .where({ id: row.id })
      .update({ limits_law: assessed.limits_law });
    return false;
  }
  await store.save({ trx, row, patch: assessed });
  await store.addEntry({
    trx,
    queryId: row.id,
    at: now,
    entry: { kind: 'move', summary },
  });
  work.record({
    type: 'advice.limits-changed',
    subject: subjectOf(row.id),
    before: { next_limit_on: row.next_limit_on },
    after: assessed,
  });
  return true;
}

/**
 * What was merged into a query presses that one, too: works it out again after
 * something that is already stored changed in the merged one.
 *
 * @param options.row - the merged query; nothing is done for any other
 * @param options.summary - why, for the other one's history
 */
export async function workOutSurvivorAgain(
  context: AdviceContext,
  options: { work: Work; row: QueryDbRow; summary: string },
): Promise<void> {
  const { work, row, summary } = options;
  if (!row.merged_into) return;
  const survivor = await context.store.load({
    knex: work.trx,
    where: { 'query.id': row.merged_into },
    filter: () => undefined,
  });
  if (!survivor) return;
  await workOutAgain(context, {
    work,
    row: survivor,
    summary,
  });
}

function isSame(row: QueryDbRow, assessed: AssessedTogether): boolean {
  return (Object.keys(assessed) as Array<keyof AssessedTogether>).every(
    column =>
      column === 'limits_law' ||
      isDeepStrictEqual(row[column], assessed[column]),
  );
}
