import type { StopClockRequest } from '@imsa-hub/advice-common';
import { RETENTION_BEGINS_ANEW } from '@imsa-hub/core-node';
import type { Knex } from 'knex';
import type { AdviceContext } from '../AdviceContext';
import type { QueryDbRow, QueryPatch } from './QueryRow';

/** Whether the clock that counts has run out. */
export function isLate(row: QueryDbRow, now: string): boolean {
  return (
    row.late_at !== null ||
    (row.stopped_at === null && row.due_at.getTime() < Date.parse(now))
  );
}

/** Notes that the clock stands still from now on. */
export async function stopClock(input: {
  work: { trx: Knex; now: string };
  row: QueryDbRow;
  category: StopClockRequest['category'];
}): Promise<void> {
  await input.work.trx.table('clock_stop').insert({
    query_id: input.row.id,
    stopped_at: input.work.now,
    category: input.category,
  });
}

/** Ends the stop and works the targets out again without the time it stood still. */
export async function restartClock(input: {
  context: AdviceContext;
  work: { trx: Knex; now: string };
  row: QueryDbRow;
}): Promise<QueryPatch> {
  const { context, work, row } = input;
  await endStop({ work, row });
  return {
    stopped_at: null,
    stopped_for: null,
    warned_at: null,
    ...(await targetsOf({ context, knex: work.trx, row })),
  };
}

/** Notes that a stop is over, where there is one. */
export async function endStop(input: {
  work: { trx: Knex; now: string };
  row: Pick<QueryDbRow, 'id'>;
}): Promise<void> {
  await input.work.trx
    .table('clock_stop')
    .where({ query_id: input.row.id })
    .whereNull('restarted_at')
    .update({ restarted_at: input.work.now });
}

/** The targets from when the clocks count, without the time they stood still. */
export async function targetsOf(input: {
  context: AdviceContext;
  knex: Knex;
  row: QueryDbRow;
}): Promise<
  Pick<QueryDbRow, 'first_reply_due_at' | 'resolution_due_at' | 'due_at'>
> {
  const { context, knex, row } = input;
  const startedAt = startOfClock(row).toISOString();
  const all = await context.store.stops(knex, row.id);
  const stops = all.filter(stop => stop.to > startedAt);
  const due = (kind: 'first-reply' | 'resolution') =>
    new Date(
      context.clock.afterStops({
        nation: row.nation,
        receivedAt: startedAt,
        kind,
        stops,
      }),
    );
  const firstReply = row.first_replied_at
    ? row.first_reply_due_at
    : due('first-reply');
  const resolution = due('resolution');
  return {
    first_reply_due_at: firstReply,
    resolution_due_at: resolution,
    due_at: row.first_replied_at ? resolution : firstReply,
  };
}

/** From when the clocks of a query count. */
export function startOfClock(row: QueryDbRow): Date {
  return row.clock_started_at ?? row.received_at;
}

/** A query that starts again: a new target to resolve it by, nobody has it. */
export function reopened(
  context: AdviceContext,
  row: QueryDbRow,
  now: string,
): QueryPatch {
  const targets = context.clock.targets({
    nation: row.nation,
    receivedAt: now,
  });
  return {
    closed_at: null,
    ...RETENTION_BEGINS_ANEW,
    assignee_id: null,
    assigned_at: null,
    second_reader_id: null,
    stopped_at: null,
    stopped_for: null,
    warned_at: null,
    late_at: null,
    clock_started_at: new Date(now),
    resolution_due_at: new Date(targets.resolutionDueAt),
    ...(row.first_replied_at
      ? { due_at: new Date(targets.resolutionDueAt) }
      : {
          first_reply_due_at: new Date(targets.firstReplyDueAt),
          due_at: new Date(targets.firstReplyDueAt),
        }),
  };
}
