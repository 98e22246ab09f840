import { adviceAnswerPermission } from '@imsa-hub/advice-common';
import { londonDateOf } from '@imsa-hub/core';
import { isRegisterKnown } from '@imsa-hub/network-node';
import type { AdviceContext } from '../AdviceContext';
import { assessTogether } from '../queries/assessTogether';
import { subjectOf } from '../queries/QueryChanges';
import type { QueryDbRow, QueryPatch } from '../queries/QueryRow';
import { QUERY_WITH_FACTS } from '../queries/QueryStore';

const BATCH = 200;

/** One thing that time alone changes about queries. */
interface Sweep {
  due(context: AdviceContext, now: string): import('knex').Knex.QueryBuilder;
  change(
    context: AdviceContext,
    row: QueryDbRow,
    now: string,
  ): Promise<{ patch: QueryPatch; type: string; summary?: string } | undefined>;
}

const select = (context: AdviceContext) =>
  context.hub.database.from('query').where('query.open', true).limit(BATCH);

const SWEEPS: readonly Sweep[] = [
  {
    // A legal limit comes closer each day without anybody touching the record.
    due: (context, now) =>
      select(context).where('query.review_on', '<=', londonDateOf(now)),
    async change(context, row, now) {
      const patch = await assessTogether(context, {
        knex: context.hub.database,
        row,
        now,
      });
      return { patch, type: 'advice.urgency-changed' };
    },
  },
  {
    due: (context, now) =>
      select(context)
        .whereNull('query.late_at')
        .whereNull('query.stopped_at')
        .where('query.due_at', '<', now),
    change: async (_context, _row, now) => ({
      patch: { late_at: new Date(now) },
      type: 'advice.clock-late',
      summary: 'The target passed',
    }),
  },
  {
    due: (context, now) =>
      select(context)
        .whereNull('query.warned_at')
        .whereNull('query.late_at')
        .whereNull('query.stopped_at')
        .where('query.due_at', '<', inOneWeek(now)),
    async change(context, row, now) {
      const state = context.clock.state({
        now,
        dueAt: row.due_at.toISOString(),
        startedAt: row.received_at.toISOString(),
        stoppedFor: null,
        ended: false,
        nation: row.nation,
        kind: row.first_replied_at ? 'resolution' : 'first-reply',
      });
      if (state !== 'warning') return undefined;
      return {
        patch: { warned_at: new Date(now) },
        type: 'advice.clock-warning',
      };
    },
  },
  {
    // Whoever left, or answers advice no more, cannot hold work; it goes back
    // to the queue.
    due: context =>
      select(context)
        .whereNotNull('query.assignee_id')
        .whereNotIn('query.assignee_id', adviserIds(context))
        .whereNot('query.status', 'received'),
    async change(context) {
      if (!isRegisterKnown(context.hub.people)) return undefined;
      return {
        patch: {
          status: 'triaged',
          assignee_id: null,
          assigned_at: null,
          second_reader_id: null,
        },
        type: 'advice.released',
        summary: 'Came back to the queue: the person who had it has left',
      };
    },
  },
  {
    // A reply does not wait for a second reader who cannot come any more.
    due: context =>
      select(context)
        .where('query.status', 'with-second-reader')
        .whereNotNull('query.second_reader_id')
        .whereNotIn('query.second_reader_id', adviserIds(context)),
    async change(context) {
      if (!isRegisterKnown(context.hub.people)) return undefined;
      return {
        patch: { second_reader_id: null },
        type: 'advice.second-reader-asked',
        summary:
          'Waits for any second reader: the person who was asked has left',
      };
    },
  },
];

function adviserIds({ hub }: AdviceContext): string[] {
  return hub.people
    .all()
    .filter(person => hub.permissions.may(person, adviceAnswerPermission))
    .map(person => person.id);
}

/**
 * Records what the passing of time did: urgency that rose, targets that come
 * close or passed, and work of people who left. Several replicas may run it.
 *
 * @returns how many queries changed
 */
export async function sweepQueries(context: AdviceContext): Promise<number> {
  const now = new Date().toISOString();
  let changed = 0;
  for (const sweep of SWEEPS) {
    const ids: string[] = await sweep.due(context, now).pluck('query.id');
    for (const id of ids) {
      if (await sweepOne(context, sweep, { id, now })) changed += 1;
    }
  }
  return changed;
}

async function sweepOne(
  context: AdviceContext,
  sweep: Sweep,
  { id, now }: { id: string; now: string },
): Promise<boolean> {
  const { hub, store } = context;
  return hub.work.run(hub.systemActor, async work => {
    const [row]: QueryDbRow[] = await sweep
      .due(context, now)
      .clone()
      .transacting(work.trx)
      .select(work.trx.raw(QUERY_WITH_FACTS))
      .where('query.id', id)
      .forUpdate('query')
      .skipLocked();
    const change = row && (await sweep.change(context, row, now));
    if (!row || !change) return false;
    await store.save({ trx: work.trx, row, patch: change.patch });
    if (change.summary) {
      await store.addEntry({
        trx: work.trx,
        queryId: row.id,
        at: work.now,
        entry: { kind: 'move', summary: change.summary },
      });
    }
    work.record({
      type: change.type,
      subject: subjectOf(row.id),
      after: change.patch,
    });
    return true;
  });
}

function inOneWeek(now: string): string {
  return new Date(Date.parse(now) + 7 * 86_400_000).toISOString();
}
