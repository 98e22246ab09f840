import {
  ESCALATION_STATUS_NAMES,
  ESCALATION_TIER_NAMES,
  escalationsUsePermission,
  REGION_NAMES,
  RISK_FLAG_NAMES,
} from '@imsa-hub/escalations-common';
import { KNOWLEDGE_AREA_NAMES, NATION_NAMES } from '@imsa-hub/core';
import { namedWith, type SearchSource } from '@imsa-hub/search-node';
import type { Knex } from 'knex';
import { withReference } from '../desk/searchCases';
import type { EscalationContext } from '../EscalationContext';
import type { EscalationDbRow } from '../escalations/EscalationRow';

type Found = Pick<
  EscalationDbRow,
  'id' | 'reference' | 'case_reference' | 'status' | 'nation' | 'areas'
>;

/** A statement that runs longer than this is stopped in PostgreSQL too. */
const LONGEST_MS = 1_500;

/**
 * Cases by what stands open in their row: both references, area, risk, place,
 * tier and status. Content is sealed and never searched. Sight is part of the
 * statement, so that the limit counts only what the person may see.
 */
export function createCaseSource(context: EscalationContext): SearchSource {
  return {
    kind: 'complex-cases',
    title: 'Complex cases',
    order: 25,
    door: escalationsUsePermission,
    async find({ person, terms, limit }) {
      const select = context.hub.database
        .from('escalation')
        .select<Found[]>(
          'escalation.id',
          'escalation.reference',
          'escalation.case_reference',
          'escalation.status',
          'escalation.nation',
          'escalation.areas',
        )
        .orderBy([
          { column: 'escalation.raised_at', order: 'desc' },
          { column: 'escalation.id', order: 'desc' },
        ])
        .limit(limit)
        .timeout(LONGEST_MS, { cancel: true });
      context.sight.filterReadable(person, select);
      for (const term of terms) {
        select.where(part => matchTerm(part, term));
      }
      return (await select).map(row => ({
        title: `${row.reference} (${row.case_reference})`,
        detail: describe(row),
        path: `/cases/${row.id}`,
      }));
    },
  };
}

function matchTerm(part: Knex.QueryBuilder, term: string): void {
  withReference(part, term);
  for (const [column, found] of [
    ['areas', namedWith(KNOWLEDGE_AREA_NAMES, term)],
    ['risks', namedWith(RISK_FLAG_NAMES, term)],
  ] as const) {
    if (found.length === 0) continue;
    part.orWhereRaw('?? && ?::text[]', [`escalation.${column}`, found]);
  }
  for (const [column, found] of [
    ['nation', namedWith(NATION_NAMES, term)],
    ['region', namedWith(REGION_NAMES, term)],
    ['tier', namedWith(ESCALATION_TIER_NAMES, term)],
    ['status', namedWith(ESCALATION_STATUS_NAMES, term)],
  ] as const) {
    if (found.length > 0) part.orWhereIn(`escalation.${column}`, found);
  }
}

function describe(row: Found): string {
  const areas = row.areas.map(area => KNOWLEDGE_AREA_NAMES[area]).join(', ');
  return `${areas} · ${NATION_NAMES[row.nation]} · ${ESCALATION_STATUS_NAMES[row.status]}`;
}
