import { isDeepStrictEqual } from 'node:util';
import { subjectOf, type EscalationContext } from '../EscalationContext';
import type { EscalationDbRow } from '../escalations/EscalationRow';
import { BOARD_COLUMNS } from '../escalations/EscalationStore';
import { pressing, type PressingColumns } from '../escalations/pressing';

const BATCH = 200;

/**
 * Works out again the limits of open cases that were worked out by an earlier
 * version of the law: after a rule was ended or started, a closed day added or
 * taken away, or an update. A case whose limits stay the same is not changed,
 * only marked. Several replicas may run it.
 *
 * @returns how many cases changed
 */
export async function sweepLimits(context: EscalationContext): Promise<number> {
  let changed = 0;
  for (;;) {
    const ids: string[] = await stale(context)
      .limit(BATCH)
      .pluck('escalation.id');
    let settled = 0;
    for (const id of ids) {
      const outcome = await workOut(context, id);
      if (outcome !== 'busy') settled += 1;
      if (outcome === 'changed') changed += 1;
    }
    if (ids.length < BATCH || settled === 0) return changed;
  }
}

function stale({ hub, lawVersion }: EscalationContext) {
  const version = lawVersion();
  return (
    hub.database
      .from('escalation')
      .where('escalation.open', true)
      // Three ranges of one index, where "is distinct from" would read them all.
      .whereRaw(
        '(escalation.limits_law is null or escalation.limits_law < ? or escalation.limits_law > ?)',
        [version, version],
      )
      .whereIn(
        'escalation.id',
        hub.database.from('event').select('escalation_id'),
      )
  );
}

async function workOut(
  context: EscalationContext,
  id: string,
): Promise<'changed' | 'same' | 'busy'> {
  const { hub, store } = context;
  return hub.work.run(hub.systemActor, async work => {
    // Somebody who is changing it works the limits out again by themselves, or
    // the next round does.
    const [row]: EscalationDbRow[] = await stale(context)
      .transacting(work.trx)
      .select(work.trx.raw(BOARD_COLUMNS))
      .where('escalation.id', id)
      .forUpdate('escalation')
      .skipLocked();
    if (!row) return 'busy';
    const worked = pressing(context, {
      nation: row.nation,
      risks: row.risks,
      dates: await store.dates(work.trx, id),
      dueAt: row.state_due_at?.toISOString() ?? null,
      now: work.now,
    });
    if (isSame(row, worked)) {
      await store.stamp({ trx: work.trx, escalationId: id, patch: worked });
      return 'same';
    }
    await store.save({ trx: work.trx, row, patch: worked });
    await store.addEntry({
      trx: work.trx,
      escalationId: id,
      at: work.now,
      summary:
        'The legal limits were worked out again: a rule or a bank holiday changed',
    });
    work.record({
      type: 'escalations.limits-changed',
      subject: subjectOf(id),
      before: { next_limit_on: row.next_limit_on },
      after: worked,
    });
    return 'changed';
  });
}

function isSame(row: EscalationDbRow, worked: PressingColumns): boolean {
  return (Object.keys(worked) as Array<keyof PressingColumns>).every(
    column =>
      column === 'limits_law' || isDeepStrictEqual(row[column], worked[column]),
  );
}
