import { filterForSubject, type ExportSubject } from '@imsa-hub/core-node';
import type { Knex } from 'knex';
import { escalationRules } from '../access/escalationSight';
import type { EscalationContext } from '../EscalationContext';

/** Leaves only rows of `escalation` that may stand in an export about a person. */
export function filterForExport(
  { sight }: Pick<EscalationContext, 'sight'>,
  subject: ExportSubject,
  builder: Knex.QueryBuilder,
): void {
  filterForSubject({ rules: escalationRules, sight, subject, builder });
}
