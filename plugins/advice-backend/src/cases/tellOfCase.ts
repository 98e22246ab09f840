import type { QueriesForCases } from '@imsa-hub/advice-node';
import type { Work } from '@imsa-hub/core-node';
import type { AdviceContext } from '../AdviceContext';
import { subjectOf } from '../queries/QueryChanges';
import type { QueryDbRow, QueryPatch } from '../queries/QueryRow';
import { tellAsker } from '../queries/tellAsker';

type News = Parameters<QueriesForCases['tell']>[0];

/** A row of `advice.query_case`. */
interface QueryCaseDbRow {
  case_id: string;
  stands: boolean;
  asker_told: boolean;
}

/** What the asker reads. It says nothing of the case. */
export const TAKEN_ON_MESSAGE =
  'Your question needs more than one reply, so we have taken it on as a complex case. Advisers of the Hub go on working on it. You do not have to do anything. You can still write to us here, and you can read here what comes of it.';

/**
 * Writes down how a case that came of a query stands, and tells the asker the
 * first time. The row of the case is what keeps it from happening twice.
 */
export async function tellOfCase(input: {
  context: AdviceContext;
  news: News;
}): Promise<void> {
  const { context, news } = input;
  const { hub, store } = context;
  await hub.work.run(hub.systemActor, async work => {
    const row = await store.load({
      knex: work.trx,
      where: { 'query.id': news.queryId },
      filter: () => undefined,
      lock: true,
    });
    if (!row || row.destroyed_at) return;
    const before: QueryCaseDbRow | undefined = await work.trx
      .from('query_case')
      .where({ case_id: news.caseId })
      .first();
    if (before ? before.stands === news.stands : !news.stands) return;
    const tells = news.stands && !before?.asker_told;
    await work.trx
      .table('query_case')
      .insert({
        case_id: news.caseId,
        query_id: row.id,
        stands: news.stands,
        asker_told: tells || (before?.asker_told ?? false),
        told_at: work.now,
      })
      .onConflict('case_id')
      .merge(['stands', 'asker_told', 'told_at']);
    await note({ context, work, row, news, again: before !== undefined });
    const patch: QueryPatch = {
      case_id: caseAfter(row, news),
      ...(tells ? { asker_unread: row.raised_by !== null } : {}),
    };
    if (tells) await tell({ context, work, row, news });
    await store.save({ trx: work.trx, row, patch });
    work.record({
      type: tells ? 'advice.taken-on' : 'advice.case-changed',
      subject: subjectOf(row.id),
      before: { case: row.case_id },
      after: { case: patch.case_id },
    });
  });
}

function caseAfter(row: QueryDbRow, news: News): string | null {
  if (news.stands) return news.caseId;
  return row.case_id === news.caseId ? null : row.case_id;
}

interface Telling {
  context: AdviceContext;
  work: Work;
  row: QueryDbRow;
  news: News;
}

async function note(telling: Telling & { again: boolean }): Promise<void> {
  const { context, work, row, news, again } = telling;
  const stands = again
    ? 'The complex case that it became was opened again'
    : 'Made a complex case of it';
  await context.store.addEntry({
    trx: work.trx,
    queryId: row.id,
    at: work.now,
    entry: {
      kind: 'move',
      by_id: again ? null : news.personId,
      summary: news.stands
        ? stands
        : 'The complex case that it became was withdrawn',
    },
  });
}

async function tell({ context, work, row, news }: Telling): Promise<void> {
  const id = work.newId();
  await context.store.addEntry({
    trx: work.trx,
    queryId: row.id,
    at: work.now,
    entry: {
      id,
      kind: 'to-asker',
      by_id: news.personId,
      staff_only: false,
      summary: 'Taken on as a complex case',
      sealed_body: await context.hub.sealing.seal({
        trx: work.trx,
        caseId: row.id,
        table: 'query_entry',
        column: 'sealed_body',
        row: id,
        text: TAKEN_ON_MESSAGE,
      }),
    },
  });
  await tellAsker({ context, work, row });
}
