import { londonDateOf } from '@imsa-hub/core';
import type { Knex } from 'knex';
import type { AdviceContext } from '../AdviceContext';
import { assessTogether } from '../queries/assessTogether';
import { subjectOf } from '../queries/QueryChanges';
import type { QueryDbRow, QueryPatch } from '../queries/QueryRow';
import { QUERY_WITH_FACTS } from '../queries/QueryStore';
import { isOut, readLeavers, type Leavers } from './readLeavers';

const BATCH = 200;

/** What one round of sweeping goes by. */
interface Round {
  now: string;
  leavers: Leavers;
}

/** One thing that time alone changes about queries. */
interface Sweep {
  /** In a few words, for whoever reads the tests. */
  what: string;
  due(context: AdviceContext, round: Round): Knex.QueryBuilder;
  change(
    context: AdviceContext,
    row: QueryDbRow,
    now: string,
  ): Promise<{ patch: QueryPatch; type: string; summary?: string } | undefined>;
}

const select = (context: AdviceContext) =>
  context.hub.database.from('query').where('query.open', true).limit(BATCH);

const held = (context: AdviceContext) =>
  select(context).whereNot('query.status', 'received');
const toRead = (context: AdviceContext) =>
  select(context).where('query.status', 'with-second-reader');

// By index, for each person and employer: no held query is read in vain.
function worksThere(
  queries: Knex.QueryBuilder,
  who: 'query.assignee_id' | 'query.second_reader_id',
  { works }: Leavers,
): Knex.QueryBuilder {
  return queries.whereNotNull('query.subject_organisation_id').whereRaw(
    `(query.subject_organisation_id, ${who}) in
        (select * from unnest(?::text[], ?::text[]))`,
    [works.organisations, works.people],
  );
}

const release: Sweep['change'] = async (context, row) => {
  if (!row.assignee_id || !isOut(context, row.assignee_id, row))
    return undefined;
  return {
    patch: {
      status: 'triaged',
      assignee_id: null,
      assigned_at: null,
      second_reader_id: null,
    },
    type: 'advice.released',
    summary:
      'Came back to the queue: the person who had it cannot go on with it',
  };
};

const askAnybody: Sweep['change'] = async (context, row) => {
  const readerId = row.second_reader_id;
  if (!readerId || !isOut(context, readerId, row)) return undefined;
  return {
    patch: { second_reader_id: null },
    type: 'advice.second-reader-asked',
    summary:
      'Waits for any second reader: the person who was asked cannot read it',
  };
};

/** Everything that a round of {@link sweepQueries} looks for. */
export const SWEEPS: readonly Sweep[] = [
  {
    what: 'limits that come closer',
    // A legal limit comes closer each day without anybody touching the record.
    due: (context, { now }) =>
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
    what: 'targets that passed',
    due: (context, { now }) =>
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
    what: 'targets that come close',
    due: (context, { now }) =>
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
    what: 'work of leavers',
    // Whoever left, or answers advice no more, cannot hold work; it goes back
    // to the queue.
    due: (context, { leavers }) =>
      held(context).whereIn('query.assignee_id', leavers.assignees),
    change: release,
  },
  {
    what: 'work of people whom it is closed to',
    // Triage found out that it is about their employer, or they took a job there.
    due: (context, { leavers }) =>
      worksThere(held(context), 'query.assignee_id', leavers),
    change: release,
  },
  {
    what: 'second readers who left',
    // A reply does not wait for a second reader who cannot come any more.
    due: (context, { leavers }) =>
      toRead(context).whereIn('query.second_reader_id', leavers.secondReaders),
    change: askAnybody,
  },
  {
    what: 'second readers whom it is closed to',
    due: (context, { leavers }) =>
      worksThere(toRead(context), 'query.second_reader_id', leavers),
    change: askAnybody,
  },
];

/**
 * Records what the passing of time did: urgency that rose, targets that come
 * close or passed, and work of people who left. Several replicas may run it.
 *
 * @returns how many queries changed
 */
export async function sweepQueries(context: AdviceContext): Promise<number> {
  const round: Round = {
    now: new Date().toISOString(),
    leavers: await readLeavers(context),
  };
  let changed = 0;
  for (const sweep of SWEEPS) {
    const ids: string[] = await sweep.due(context, round).pluck('query.id');
    for (const id of ids) {
      if (await sweepOne(context, sweep, { id, round })) changed += 1;
    }
  }
  return changed;
}

async function sweepOne(
  context: AdviceContext,
  sweep: Sweep,
  { id, round }: { id: string; round: Round },
): Promise<boolean> {
  const { hub, store } = context;
  return hub.work.run(hub.systemActor, async work => {
    const [row]: QueryDbRow[] = await sweep
      .due(context, round)
      .clone()
      .transacting(work.trx)
      .select(work.trx.raw(QUERY_WITH_FACTS))
      .where('query.id', id)
      .forUpdate('query')
      .skipLocked();
    const change = row && (await sweep.change(context, row, round.now));
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
