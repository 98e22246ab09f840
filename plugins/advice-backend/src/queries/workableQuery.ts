import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { AdviceContext } from '../AdviceContext';
import type { QueryDbRow } from './QueryRow';

/** A query that the person may work on; nothing where it is not, or not theirs. */
export function workableQuery(
  { store, sight }: AdviceContext,
  knex: Knex,
  person: PersonContext,
  where: Record<string, string>,
): Promise<QueryDbRow | undefined> {
  return store.load({
    knex,
    where,
    filter: builder => sight.filterWorkable(person, builder),
  });
}
