import type {
  OrganisationRecord,
  OrganisationSummary,
} from '@imsa-hub/network-common';
import type { ReadingScope } from '../access/readingScope';
import type { OrganisationRow } from './organisationRow';

/** An organisation as a list shows it. */
export function presentOrganisationSummary(
  row: OrganisationRow,
): OrganisationSummary {
  const { id, name, sector, nation, area, standing } = row;
  return { id, name, sector, nation, area, standing };
}

/** An organisation's record for one scope of reading. */
export function presentOrganisation(options: {
  row: OrganisationRow;
  scope: ReadingScope;
}): OrganisationRecord {
  const { row, scope } = options;
  const summary = presentOrganisationSummary(row);
  if (scope === 'directory') return { ...summary, allowedActions: [] };
  const keeps = scope === 'register';
  return {
    ...summary,
    joinedOn: row.joined_on,
    ...(row.cohort === null ? {} : { cohort: row.cohort }),
    ...(row.left_on === null ? {} : { leftOn: row.left_on }),
    ...(keeps ? { version: row.version } : {}),
    allowedActions: keeps ? ['edit'] : [],
  };
}
