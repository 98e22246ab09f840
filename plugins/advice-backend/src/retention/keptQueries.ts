import { adviceRetentionPermission } from '@imsa-hub/advice-common';
import type { KeptRecords, KeptRow, Work } from '@imsa-hub/core-node';
import type { SightFacts } from '../access/QuerySight';
import type { AdviceContext } from '../AdviceContext';
import { destroyMail } from '../mailbox/destroyMail';
import { worksOn } from '../queries/flowContext';
import { subjectOf } from '../queries/QueryChanges';
import type { QueryDbRow, QueryPatch } from '../queries/QueryRow';
import { KEPT_WITH_FACTS } from '../queries/QueryStore';

/**
 * What of a query tells of somebody and is not sealed. Without the code's
 * fingerprint its code is like any that never was.
 */
const GONE = {
  receipt_hash: null,
  professional_role: null,
  named_organisation_ids: [],
} satisfies QueryPatch;

/** Of a query, what deciding on how long it is kept asks. */
export type KeptQuery = KeptRow & SightFacts;

/** Queries, as records that are kept for a time once they have ended. */
export function keptQueries(context: AdviceContext): KeptRecords<KeptQuery> {
  const { hub, sight, store, retentionMonths, retentionReviewDays } = context;
  return {
    hub,
    retentionMonths,
    retentionReviewDays,
    noun: 'query',
    table: 'query',
    key: 'query_id',
    columns: KEPT_WITH_FACTS,
    sight: {
      filterReadable: (person, select) => sight.filterReadable(person, select),
      // Nobody decides on what they asked themselves.
      filterWorkable(person, select) {
        sight.filterWorkable(person, select);
        select.whereRaw('query.raised_by is distinct from ?', [person.id]);
      },
      mayWorkOn: (person, row) => worksOn(context, person, row),
    },
    door: adviceRetentionPermission,
    alsoCalled: () => null,
    subjectOf,
    addEntry: step => store.addStep(step),
    async endWith({ work, row }) {
      await forget(context, { work, id: row.id });
      const merged = await store.mergedHere(work.trx, row.id);
      const ending = merged.filter(other => !other.destroyed_at);
      for (const other of ending)
        await endMerged(context, { work, row: other });
      return { patch: GONE, keys: ending.map(({ id }) => id) };
    },
  };
}

/** A query that was merged into another is kept as long, and ends with it. */
async function endMerged(
  context: AdviceContext,
  { work, row }: { work: Work; row: QueryDbRow },
): Promise<void> {
  await forget(context, { work, id: row.id });
  const patch = { ...GONE, destroyed_at: new Date(work.now) };
  await context.store.save({ trx: work.trx, row, patch });
  await context.store.addStep({
    work,
    id: row.id,
    summary: 'The content was destroyed with the query it was merged into',
  });
  work.record({
    type: 'advice.destroyed',
    subject: subjectOf(row.id),
    before: { version: row.version },
    after: { ...patch, version: row.version + 1 },
    why: 'with the query it was merged into',
  });
}

/** What stands beside a query and would be left without it. */
async function forget(
  { hub }: AdviceContext,
  { work, id }: { work: Work; id: string },
): Promise<void> {
  const { trx } = work;
  await trx.table('query_draft').where({ query_id: id }).delete();
  // The mail it came by is sealed with its key. Whose address that was is not
  // known again, and nobody is written to any more.
  await trx
    .table('mailbox_mail')
    .where({ query_id: id, status: 'logged' })
    .update({
      sender_fingerprint: null,
      named_organisation_ids: [],
      may_write: false,
    });
  // One that repeats it says the same again, under its own key.
  const repeats = await trx
    .table('mailbox_mail')
    .where({ query_id: id, status: 'set-aside' })
    .forUpdate()
    .select('id', 'version');
  for (const row of repeats) await destroyMail({ hub, work, row });
}
