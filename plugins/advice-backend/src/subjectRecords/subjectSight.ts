import {
  filterForSubject as filter,
  type ExportSubject,
} from '@imsa-hub/core-node';
import type { Knex } from 'knex';
import { adviceQueryRules } from '../access/QuerySight';
import type { AdviceContext } from '../AdviceContext';

/** Leaves only rows of `query` that may stand in an export about a person. */
export function filterForSubject(
  { sight }: Pick<AdviceContext, 'sight'>,
  subject: ExportSubject,
  builder: Knex.QueryBuilder,
): void {
  filter({ rules: adviceQueryRules, sight, subject, builder });
}
