import {
  CalendarDateSchema,
  NationSchema,
  SectorSchema,
  sortName,
} from '@imsa-hub/core';
import {
  AreaSchema,
  CohortSchema,
  OrganisationNameSchema,
} from '@imsa-hub/network-common';
import type { OrganisationsPlan, RegisterToday } from './importPlan';
import { readCsv } from './readCsv';
import { RowReader } from './RowReader';

/** Columns of a file of organisations. */
export const ORGANISATION_CSV_COLUMNS = [
  'name',
  'sector',
  'nation',
  'area',
  'cohort',
  'joined_on',
] as const;

/** Reads a file of organisations against the register. Pure. */
export function planOrganisations(
  csv: string,
  register: RegisterToday,
): OrganisationsPlan {
  const file = readCsv({
    csv,
    columns: ORGANISATION_CSV_COLUMNS,
    required: ['name', 'sector', 'nation', 'area', 'joined_on'],
  });
  const plan: OrganisationsPlan = {
    rows: file.rows.length,
    problems: [...file.problems],
    items: [],
  };
  const seen = new Map<string, number>();
  for (const row of file.rows) {
    const reader = new RowReader(row);
    const name = reader.required(
      'name',
      OrganisationNameSchema,
      'Enter the name of the organisation',
    );
    const sector = reader.required('sector', SectorSchema, 'Enter the sector');
    const nation = reader.required('nation', NationSchema, 'Enter the nation');
    const area = reader.required('area', AreaSchema, 'Enter the area');
    const cohort = reader.optional('cohort', CohortSchema);
    const joinedOn = reader.required(
      'joined_on',
      CalendarDateSchema,
      'Enter the date it joined',
    );
    if (name !== undefined) {
      const key = sortName(name);
      const earlier = seen.get(key);
      if (earlier !== undefined)
        reader.problem('name', `This is the same name as in row ${earlier}`);
      else if (register.organisations.has(key))
        reader.problem('name', 'This organisation is in the register already');
      else seen.set(key, reader.number);
    }
    plan.problems.push(...reader.problems);
    if (name && sector && nation && area && joinedOn && !reader.problems.length)
      plan.items.push({ name, sector, nation, area, cohort, joinedOn });
  }
  return plan;
}
