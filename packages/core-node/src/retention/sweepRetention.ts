import { londonDateOf } from '@imsa-hub/core';
import type { Knex } from 'knex';
import type { Work } from '../work/UnitOfWork';
import type { Destruction } from './Destruction';
import { entryType } from '../service/hubService';
import {
  loadKept,
  type KeptRecords,
  type KeptRow,
  type RetentionPatch,
} from './KeptRecords';

const BATCH = 200;
const DAY_MS = 86_400_000;

interface Swept<Row extends KeptRow> {
  kept: KeptRecords<Row>;
  destruction: Destruction<Row>;
}

/**
 * Tells when the retention of an ended record is over, and destroys what
 * nobody put on hold in the days of review after that. Several replicas may
 * run it.
 *
 * @returns how many records were told of or destroyed
 */
export async function sweepRetention<Row extends KeptRow>(
  { kept, destruction }: Swept<Row>,
  now = new Date().toISOString(),
): Promise<number> {
  const of = (column: string) => `${kept.table}.${column}`;
  const lastDay = new Date(Date.parse(now) - kept.retentionReviewDays * DAY_MS);
  const isOver = (select: Knex.QueryBuilder) =>
    select
      .where(of('held'), false)
      .where(of('retain_until'), '<=', londonDateOf(now));
  const told = await each(kept, {
    narrow: select => isOver(select).whereNull(of('retention_told_at')),
    async change(work, { id }) {
      const patch: RetentionPatch = { retention_told_at: new Date(now) };
      // The version stays: nobody's typing is stale because a day passed.
      await work.trx.table(kept.table).where({ id }).update(patch);
      work.record({
        type: entryType(kept.hub, 'retention-ended'),
        subject: kept.subjectOf(id),
        after: patch,
      });
    },
  });
  const destroyed = await each(kept, {
    narrow: select =>
      isOver(select).where(of('retention_told_at'), '<=', lastDay),
    change: (work, row) =>
      destruction.destroy({
        work,
        row,
        summary: 'The content was destroyed at the end of its retention',
      }),
  });
  return told + destroyed;
}

/**
 * Ends again what had ended when an older copy of the database was restored: the
 * keys, which are copied apart, know of it, and the copy's own rows do not.
 *
 * @returns how many records were destroyed again
 */
export async function sweepRestored<Row extends KeptRow>({
  kept,
  destruction,
}: Swept<Row>): Promise<number> {
  return each(kept, {
    narrow: select =>
      select.whereIn(
        `${kept.table}.id`,
        kept.hub.database
          .from('sealed_case')
          .whereNotNull('destroyed_at')
          .select('case_id'),
      ),
    change: (work, row) =>
      destruction.destroy({
        work,
        row,
        summary:
          'The content had been destroyed before an older copy of the records was put back',
      }),
  });
}

/** Does something to each ended record that is kept and meant. */
async function each<Row extends KeptRow>(
  kept: KeptRecords<Row>,
  options: {
    narrow(select: Knex.QueryBuilder): unknown;
    change(work: Work, row: Row): Promise<void>;
  },
): Promise<number> {
  const { hub, table } = kept;
  const meant = (select: Knex.QueryBuilder) => {
    select.where(`${table}.open`, false).whereNull(`${table}.destroyed_at`);
    options.narrow(select);
  };
  const ids: string[] = await hub.database
    .from(table)
    .modify(meant)
    .orderBy(`${table}.retain_until`)
    .limit(BATCH)
    .pluck(`${table}.id`);
  let done = 0;
  for (const id of ids) {
    done += await hub.work.run(hub.systemActor, async work => {
      const row = await loadKept(kept, {
        trx: work.trx,
        id,
        filter: meant,
        skipLocked: true,
      });
      if (!row) return 0;
      await options.change(work, row);
      return 1;
    });
  }
  return done;
}
