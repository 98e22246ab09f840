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
import { lookFor, withReference } from '../desk/searchCases';
import type { EscalationContext } from '../EscalationContext';
import type { EscalationDbRow } from '../escalations/EscalationRow';
import { BOARD_COLUMNS } from '../escalations/EscalationStore';

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
      const { hub, sight } = context;
      const select = hub.database
        .from('escalation')
        .select(hub.database.raw(BOARD_COLUMNS))
        .orderBy([
          { column: 'escalation.raised_at', order: 'desc' },
          { column: 'escalation.id', order: 'desc' },
        ])
        .limit(limit)
        .timeout(LONGEST_MS, { cancel: true });
      lookFor({
        sight,
        person,
        select,
        known: known => {
          for (const term of terms) known.where(part => matchTerm(part, term));
        },
        written: written => {
          for (const term of terms) withReference(written, term);
        },
      });
      const rows: EscalationDbRow[] = await select;
      return rows.map(row => ({
        ...describe(row, sight.mayWorkOn(person, row)),
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

/** What the desk has changed since is shown to those who work on it only. */
function describe(row: EscalationDbRow, works: boolean) {
  const status = ESCALATION_STATUS_NAMES[row.status];
  if (!works) return { title: row.reference, detail: status };
  const areas = row.areas.map(area => KNOWLEDGE_AREA_NAMES[area]).join(', ');
  return {
    title: `${row.reference} (${row.case_reference})`,
    detail: `${areas} · ${NATION_NAMES[row.nation]} · ${status}`,
  };
}
