import { londonDateOf } from '@imsa-hub/core';
import type { Work } from '@imsa-hub/core-node';
import type { Knex } from 'knex';
import { subjectOf, type EscalationContext } from '../EscalationContext';
import type {
  EscalationDbRow,
  EscalationPatch,
} from '../escalations/EscalationRow';
import { BOARD_COLUMNS } from '../escalations/EscalationStore';
import { pressing } from '../escalations/pressing';
import { noteBreach } from '../flow/noteBreach';

const BATCH = 200;
const WEEK_MS = 7 * 86_400_000;

/** What time alone writes into a case. */
interface Passing {
  patch: EscalationPatch;
  type: string;
  /** For the timeline, where people should see it there. */
  summary?: string;
}

/** One thing that time alone changes about open cases. */
interface Sweep {
  due(select: Knex.QueryBuilder, now: string): void;
  change(
    context: EscalationContext,
    input: { work: Work; row: EscalationDbRow; now: string },
  ): Promise<Passing | undefined>;
}

const SWEEPS: readonly Sweep[] = [
  {
    // A legal limit comes near, or passes, without anybody touching the case.
    due: (select, now) =>
      select.where('escalation.review_on', '<=', londonDateOf(now)),
    async change(context, { work, row, now }) {
      const patch = pressing(context, {
        nation: row.nation,
        risks: row.risks,
        dates: await context.store.dates(work.trx, row.id),
        dueAt: row.state_due_at?.toISOString() ?? null,
        now,
      });
      const nearer = patch.rank < row.rank;
      return {
        patch,
        type: nearer
          ? 'escalations.limit-near'
          : 'escalations.pressing-changed',
      };
    },
  },
  {
    due: (select, now) =>
      select
        .whereNull('escalation.late_at')
        .where('escalation.state_due_at', '<', now),
    async change(context, { work, row, now }) {
      await noteBreach(context, { work, row });
      return {
        patch: { late_at: new Date(now) },
        type: 'escalations.late',
      };
    },
  },
  {
    due: (select, now) =>
      select
        .whereNull('escalation.late_at')
        .whereNull('escalation.warned_at')
        .where(
          'escalation.state_due_at',
          '<',
          new Date(Date.parse(now) + WEEK_MS),
        ),
    async change(context, { row, now }) {
      const state = context.targets.state({
        nation: row.nation,
        since: row.state_since.toISOString(),
        dueAt: row.state_due_at?.toISOString() ?? null,
        now,
      });
      if (state !== 'close') return undefined;
      return {
        patch: { warned_at: new Date(now) },
        type: 'escalations.target-close',
      };
    },
  },
  {
    due: (select, now) =>
      select
        .where('escalation.status', 'waiting')
        .whereNull('escalation.wait_over_at')
        .where('escalation.waiting_until', '<=', londonDateOf(now)),
    change: async (_context, { now }) => ({
      patch: { wait_over_at: new Date(now) },
      type: 'escalations.wait-over',
      summary: 'The day it waited for has come',
    }),
  },
];

/**
 * Records what the passing of time did to open cases: limits that came near,
 * targets that come close or passed, days that were waited for. Several
 * replicas may run it.
 *
 * @returns how many cases changed
 */
export async function sweepCases(
  context: EscalationContext,
  now = new Date().toISOString(),
): Promise<number> {
  let changed = 0;
  for (const sweep of SWEEPS) {
    const ids: string[] = await dueOf(context, sweep, now)
      .limit(BATCH)
      .pluck('escalation.id');
    for (const id of ids) {
      if (await sweepOne(context, sweep, { id, now })) changed += 1;
    }
  }
  return changed;
}

function dueOf({ hub }: EscalationContext, sweep: Sweep, now: string) {
  return hub.database
    .from('escalation')
    .where('escalation.open', true)
    .modify(select => sweep.due(select, now));
}

async function sweepOne(
  context: EscalationContext,
  sweep: Sweep,
  { id, now }: { id: string; now: string },
): Promise<boolean> {
  const { hub, store } = context;
  return hub.work.run(hub.systemActor, async work => {
    const [row]: EscalationDbRow[] = await dueOf(context, sweep, now)
      .transacting(work.trx)
      .select(work.trx.raw(BOARD_COLUMNS))
      .where('escalation.id', id)
      .forUpdate('escalation')
      .skipLocked();
    const change = row && (await sweep.change(context, { work, row, now }));
    if (!row || !change) return false;
    const { patch, type, summary } = change;
    await store.stamp({ trx: work.trx, escalationId: id, patch });
    if (summary) {
      await store.addEntry({
        trx: work.trx,
        escalationId: id,
        at: work.now,
        summary,
      });
    }
    work.record({ type, subject: subjectOf(id), after: patch });
    return true;
  });
}
