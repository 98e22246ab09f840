import type { QueryAction, QueryStatus } from '@imsa-hub/advice-common';
import {
  RecordChanges,
  type AllowedChange as Allowed,
  type ChangeInput,
  type Reading,
} from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { AdviceContext } from '../AdviceContext';
import { triages } from '../triage/whoTriages';
import { flowContextOf } from './flowContext';
import type { QueryPresenter } from './QueryPresenter';
import type { DraftDbRow, QueryDbRow, QueryPatch } from './QueryRow';
import { queryFlow, queryFlowWords, type QueryFlowContext } from './queryFlow';
import type { NewEntry } from './QueryStore';

export type { ChangeInput };

/** What the flow asks, and the reply that is being written. */
export interface QueryChangeContext extends QueryFlowContext {
  draft: DraftDbRow | undefined;
}

/** An entry of a query's history with its text, which is stored sealed. */
export interface SaidEntry extends Omit<NewEntry, 'sealed_body'> {
  body?: string | null;
  /** The words in it, where the body is more than words. */
  words?: string;
}

/** What a use case is given when its move is allowed. */
export type AllowedChange = Allowed<
  QueryDbRow,
  QueryStatus,
  QueryChangeContext
>;

/** How every change of a query is made. */
export type QueryChanges = RecordChanges<
  QueryDbRow,
  QueryStatus,
  QueryAction,
  QueryChangeContext,
  QueryPatch,
  SaidEntry
>;

/** The subject under which a query stands in the ledger. */
export const subjectOf = (queryId: string) => `advice-query:${queryId}`;

/** What seeing a query is in the ledger. */
export const readingOf = (
  row: Pick<QueryDbRow, 'id' | 'opened_by'>,
  person: PersonContext,
): Reading => ({
  type: 'advice.query-read',
  subject: subjectOf(row.id),
  why: row.opened_by.some(grant => grant.personId === person.id)
    ? 'break-glass'
    : undefined,
});

/** See {@link RecordChanges}. */
export function createQueryChanges(
  context: AdviceContext,
  presenter: QueryPresenter,
): QueryChanges {
  const { hub, store, sight } = context;
  return new RecordChanges({
    work: hub.work,
    sealing: hub.sealing,
    flow: queryFlow,
    words: {
      ...queryFlowWords,
      stale:
        'Somebody changed this query while you were working on it. What you typed is kept; look at the newer version, then try again.',
    },
    lock: ({ work, person, id }) =>
      store.load({
        knex: work.trx,
        where: { 'query.id': id },
        filter: builder => sight.filterReadable(person, builder),
        lock: true,
      }),
    async contextOf({ work, person, row }) {
      const draft = await store.draft(work.trx, row.id);
      const survivorClosed = await store.isSurvivorClosed(work.trx, row);
      const mayWorkOn = sight.mayWorkOn(person, row);
      return {
        ...flowContextOf(context, {
          person,
          row,
          mayWorkOn,
          triages: triages(context, person, row),
          draft,
          survivorClosed,
        }),
        draft,
      };
    },
    save: ({ work, row, to, patch }) =>
      store.save({ trx: work.trx, row, patch: { ...patch, status: to } }),
    async addEntry({
      work,
      row,
      person,
      entry: { body, words, ...entry },
      seal,
    }) {
      const id = entry.id ?? work.newId();
      await store.addEntry({
        trx: work.trx,
        queryId: row.id,
        at: work.now,
        entry: {
          by_id: person.id,
          ...entry,
          id,
          sealed_body: body
            ? await seal('query_entry', 'sealed_body', id, body, words)
            : null,
        },
      });
    },
    present: ({ work, person, row }) =>
      presenter.present({ person, row, knex: work.trx }),
    readingOf: (row, person) => readingOf(row, person),
    subjectOf,
  });
}
