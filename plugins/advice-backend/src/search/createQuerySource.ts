import {
  ASKER_KIND_NAMES,
  adviceUsePermission,
  QUERY_STATUS_NAMES,
  TIER_NAMES,
} from '@imsa-hub/advice-common';
import { KNOWLEDGE_AREA_NAMES, NATION_NAMES } from '@imsa-hub/core';
import {
  namedWith,
  startingWith,
  type SearchSource,
} from '@imsa-hub/search-node';
import type { Knex } from 'knex';
import type { AdviceContext } from '../AdviceContext';
import type { QueryDbRow } from '../queries/QueryRow';

type Found = Pick<
  QueryDbRow,
  'id' | 'reference' | 'status' | 'nation' | 'areas'
>;

/** A statement that runs longer than this is stopped in PostgreSQL too. */
const LONGEST_MS = 1_500;

/**
 * Queries by what stands open in their row: reference, area, nation, tier,
 * status and who asked. Content is sealed and never searched. Sight is part of
 * the statement, so that the limit counts only what the person may see.
 */
export function createQuerySource(context: AdviceContext): SearchSource {
  return {
    kind: 'advice-queries',
    title: 'Queries',
    order: 20,
    door: adviceUsePermission,
    async find({ person, terms, limit }) {
      const select = context.hub.database
        .from('query')
        .select<Found[]>(
          'query.id',
          'query.reference',
          'query.status',
          'query.nation',
          'query.areas',
        )
        .orderBy([{ column: 'query.received_at', order: 'desc' }, 'query.id'])
        .limit(limit)
        .timeout(LONGEST_MS, { cancel: true });
      context.sight.filterReadable(person, select);
      for (const term of terms) {
        select.where(part => matchTerm(part, term));
      }
      return (await select).map(row => ({
        title: row.reference,
        detail: describe(row),
        path: `/advice/queries/${row.id}`,
      }));
    },
  };
}

function matchTerm(part: Knex.QueryBuilder, term: string): void {
  const typed = term.toUpperCase();
  part
    .whereLike('query.reference', startingWith(typed))
    // The part behind the prefix is what people read to each other.
    .orWhereLike('query.reference', startingWith(`ADV-${typed}`));
  const areas = namedWith(KNOWLEDGE_AREA_NAMES, term);
  if (areas.length > 0) {
    part.orWhereRaw('query.areas && ?::text[]', [areas]);
  }
  for (const [column, found] of [
    ['nation', namedWith(NATION_NAMES, term)],
    ['tier', namedWith(TIER_NAMES, term)],
    ['status', namedWith(QUERY_STATUS_NAMES, term)],
    ['asker_kind', namedWith(ASKER_KIND_NAMES, term)],
  ] as const) {
    if (found.length > 0) part.orWhereIn(`query.${column}`, found);
  }
}

function describe(row: Found): string {
  const areas = row.areas.map(area => KNOWLEDGE_AREA_NAMES[area]).join(', ');
  return `${areas} · ${NATION_NAMES[row.nation]} · ${QUERY_STATUS_NAMES[row.status]}`;
}
