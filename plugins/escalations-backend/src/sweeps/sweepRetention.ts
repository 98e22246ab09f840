import { londonDateOf } from '@imsa-hub/core';
import type { Work } from '@imsa-hub/core-node';
import type { Knex } from 'knex';
import type { EscalationServices } from '../createEscalations';
import { subjectOf, type EscalationContext } from '../EscalationContext';
import type { EscalationDbRow } from '../escalations/EscalationRow';
import { BOARD_COLUMNS } from '../escalations/EscalationStore';

const BATCH = 200;
const DAY_MS = 86_400_000;

/**
 * Tells when the retention of a closed case has ended, and destroys what
 * nobody put on hold in the days of review after that. Several replicas may
 * run it.
 *
 * @returns how many cases were told of or destroyed
 */
export async function sweepRetention(
  services: Pick<EscalationServices, 'context' | 'destruction'>,
  now = new Date().toISOString(),
): Promise<number> {
  const { context, destruction } = services;
  const lastDay = new Date(
    Date.parse(now) - context.retentionReviewDays * DAY_MS,
  );
  const told = await each(context, {
    narrow: select =>
      select
        .where('escalation.held', false)
        .whereNull('escalation.retention_told_at')
        .where('escalation.retain_until', '<=', londonDateOf(now)),
    async change(work, { id }) {
      const patch = { retention_told_at: new Date(now) };
      await context.store.stamp({ trx: work.trx, escalationId: id, patch });
      work.record({
        type: 'escalations.retention-ended',
        subject: subjectOf(id),
        after: patch,
      });
    },
  });
  const destroyed = await each(context, {
    narrow: select =>
      select
        .where('escalation.held', false)
        .where('escalation.retain_until', '<=', londonDateOf(now))
        .where('escalation.retention_told_at', '<=', lastDay),
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
 * @returns how many cases were destroyed again
 */
export async function sweepRestored({
  context,
  destruction,
}: Pick<EscalationServices, 'context' | 'destruction'>): Promise<number> {
  return each(context, {
    narrow: select =>
      select.whereIn(
        'escalation.id',
        context.hub.database
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

/** Does something to each closed case that is kept and meant. */
async function each(
  { hub }: EscalationContext,
  options: {
    narrow(select: Knex.QueryBuilder): void;
    change(work: Work, row: EscalationDbRow): Promise<void>;
  },
): Promise<number> {
  const meant = () =>
    hub.database
      .from('escalation')
      .where('escalation.open', false)
      .whereNull('escalation.destroyed_at')
      .modify(options.narrow);
  const ids: string[] = await meant()
    .orderBy('escalation.retain_until')
    .limit(BATCH)
    .pluck('escalation.id');
  let done = 0;
  for (const id of ids) {
    done += await hub.work.run(hub.systemActor, async work => {
      const [row]: EscalationDbRow[] = await meant()
        .transacting(work.trx)
        .select(work.trx.raw(BOARD_COLUMNS))
        .where('escalation.id', id)
        .forUpdate('escalation')
        .skipLocked();
      if (!row) return 0;
      await options.change(work, row);
      return 1;
    });
  }
  return done;
}
