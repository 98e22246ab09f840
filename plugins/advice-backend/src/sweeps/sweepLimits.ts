import type { AdviceContext } from '../AdviceContext';
import type { QueryDbRow } from '../queries/QueryRow';
import { QUERY_WITH_FACTS } from '../queries/QueryStore';
import { workOutAgain } from '../queries/workOutAgain';

const BATCH = 200;

/** Something happened on a day: by the query itself, or by one merged into it. */
const HAS_EVENTS = `(
  exists (select 1 from query_event event where event.query_id = query.id)
  or exists (select 1 from query merged
    join query_event event on event.query_id = merged.id
    where merged.merged_into = query.id))`;

/**
 * Works out again the limits of open queries that were worked out by an
 * earlier version of the law: after a rule was ended or started, a closed day
 * added or taken away, or an update. A query whose limits stay the same is not
 * changed, only marked. Several replicas may run it.
 *
 * @returns how many queries changed
 */
export async function sweepLimits(context: AdviceContext): Promise<number> {
  let changed = 0;
  for (;;) {
    const ids = await stale(context).pluck('query.id');
    let settled = 0;
    for (const id of ids) {
      const outcome = await workOut(context, id);
      if (outcome !== 'busy') settled += 1;
      if (outcome === 'changed') changed += 1;
    }
    if (ids.length < BATCH || settled === 0) return changed;
  }
}

function stale({ hub, limits }: AdviceContext) {
  const version = limits.version();
  return (
    hub.database
      .from('query')
      .where('query.open', true)
      // Three ranges of one index, where "is distinct from" would read them all.
      .whereRaw(
        '(query.limits_law is null or query.limits_law < ? or query.limits_law > ?)',
        [version, version],
      )
      .whereRaw(HAS_EVENTS)
      .limit(BATCH)
  );
}

async function workOut(
  context: AdviceContext,
  id: string,
): Promise<'changed' | 'same' | 'busy'> {
  const { hub } = context;
  return hub.work.run(hub.systemActor, async work => {
    // Somebody who is changing it works the limits out again by themselves, or
    // the next round does.
    const [row]: QueryDbRow[] = await stale(context)
      .transacting(work.trx)
      .select(work.trx.raw(QUERY_WITH_FACTS))
      .where('query.id', id)
      .forUpdate('query')
      .skipLocked();
    if (!row) return 'busy';
    const changed = await workOutAgain(context, {
      work,
      row,
      summary:
        'The legal limits were worked out again: a rule or a bank holiday changed',
    });
    return changed ? 'changed' : 'same';
  });
}
