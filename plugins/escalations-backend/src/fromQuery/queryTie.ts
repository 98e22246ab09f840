import { ConflictError } from '@backstage/errors';
import type { AnnouncementSpec, Work } from '@imsa-hub/core-node';
import type { EscalationStatus } from '@imsa-hub/escalations-common';
import type { Knex } from 'knex';
import { subjectOf, type EscalationContext } from '../EscalationContext';

/** What the ledger calls it when a case that came of a query begins or ends to stand. */
const TIE_CHANGED = 'escalations.query-tie';

/**
 * Notes, in the transaction of the change, that the query's side has to hear
 * of it. The relay carries it over, as often as it takes.
 */
export function noteQueryTie(work: Work, escalationId: string): void {
  work.record({ type: TIE_CHANGED, subject: subjectOf(escalationId) });
}

/** A case of a query that is withdrawn, or opened again, changes the tie. */
export async function changeQueryTie(input: {
  work: Work;
  row: { id: string; status: EscalationStatus; from_query_id: string | null };
  to: EscalationStatus;
}): Promise<void> {
  const { work, row, to } = input;
  const queryId = row.from_query_id;
  const stood = row.status !== 'withdrawn';
  const stands = to !== 'withdrawn';
  if (!queryId || stood === stands) return;
  if (stands) await refuseSecondCase(work.trx, { queryId });
  noteQueryTie(work, row.id);
}

/** Refuses a second case of one query. @throws ConflictError */
export async function refuseSecondCase(
  trx: Knex,
  input: { queryId: string },
): Promise<void> {
  const other = await trx
    .from('escalation')
    .where({ from_query_id: input.queryId })
    .whereNot({ status: 'withdrawn' })
    .first('id');
  if (other) throw secondCase();
}

/** Of two cases made of one query at once, PostgreSQL lets one through. */
export function asSecondCase(error: unknown): unknown {
  const { constraint } = error as { constraint?: string };
  return constraint === 'escalation_from_query' ? secondCase() : error;
}

const secondCase = () =>
  new ConflictError(
    'A complex case was made of this query already. Nothing was raised a second time.',
  );

/** Carries over to the advice line how a case of one of its queries stands. */
export function queryTieAnnouncement(
  context: EscalationContext,
): AnnouncementSpec {
  const { store, sight } = context;
  const load = (subject: string, knex: Knex) =>
    store.load({
      knex,
      where: { 'escalation.id': subject.slice(subject.indexOf(':') + 1) },
      filter: () => undefined,
    });
  return {
    topic: 'escalations',
    types: [TIE_CHANGED],
    phrases: {},
    async follow(entry, { trx }) {
      const row = await load(entry.subject, trx);
      if (!row?.from_query_id) return;
      // How it stands now, not what the entry said: the last word counts.
      await context.queries()?.tell({
        queryId: row.from_query_id,
        caseId: row.id,
        stands: row.status !== 'withdrawn',
        personId: row.raised_by,
      });
    },
    async audience(subject, { trx }) {
      const row = await load(subject, trx);
      return person => row !== undefined && sight.maySee(person, row);
    },
  };
}
