import type { RecordsBehindGlass } from '@imsa-hub/core-node';
import type { AdviceContext } from '../AdviceContext';
import { subjectOf } from '../queries/QueryChanges';
import type { QueryDbRow } from '../queries/QueryRow';

/** Queries, as records that the Hub Manager can open by break-glass. */
export const queriesBehindGlass = ({
  hub,
  sight,
  store,
}: AdviceContext): RecordsBehindGlass<QueryDbRow> => ({
  hub,
  noun: 'query',
  key: 'query_id',
  sight,
  load: (knex, reference) =>
    store.load({
      knex,
      where: { 'query.reference': reference },
      filter: () => undefined,
    }),
  subjectOf,
  addEntry: step => store.addStep(step),
});
