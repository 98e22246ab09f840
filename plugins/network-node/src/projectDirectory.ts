import type { Role } from '@imsa-hub/core';
import type {
  DirectoryRows,
  EmploymentRow,
  OrganisationRow,
} from './directoryRows';
import type {
  EmploymentContext,
  OrganisationContext,
  PersonContext,
} from './PersonContext';

/** Who is active on one day, ready to be looked up. Never mutated. */
export interface DirectoryDay {
  /** The day it holds for, `YYYY-MM-DD` in Europe/London. */
  today: string;
  byId: ReadonlyMap<string, PersonContext>;
  all: readonly PersonContext[];
  byRole: ReadonlyMap<Role, readonly PersonContext[]>;
  organisations: ReadonlyMap<string, OrganisationContext>;
  organisationList: readonly OrganisationContext[];
}

/**
 * Works out who is active on a day: whoever holds a role that day, where a
 * role that stands on an employment counts only while that employment does,
 * so that an officer who moves does not carry the office to a new employer,
 * and only while its organisation is in the network. The employment itself
 * stays, because the independence rule goes by who somebody works for.
 */
export function projectDirectory(options: {
  rows: DirectoryRows;
  today: string;
}): DirectoryDay {
  const { rows, today } = options;
  const organisationList = rows.organisations.map(row =>
    Object.freeze<OrganisationContext>({
      id: row.id,
      name: row.name,
      sector: row.sector,
      nation: row.nation,
      area: row.area,
      current:
        row.standing === 'current' && holds(row.joinedOn, row.leftOn, today),
    }),
  );
  const organisations = new Map(organisationList.map(item => [item.id, item]));

  const employments = rows.employments.filter(row =>
    holds(row.startedOn, row.endedOn, today),
  );
  const employmentsOf = group(employments, row => row.personId);
  const shutOut = new Set(
    rows.organisations.filter(row => isShutOut(row, today)).map(row => row.id),
  );
  const bearingEmploymentIds = new Set(
    employments
      .filter(row => !shutOut.has(row.organisationId))
      .map(row => row.id),
  );
  const grantsOf = group(
    rows.grants.filter(
      grant =>
        holds(grant.fromOn, grant.untilOn, today) &&
        (grant.employmentId === null ||
          bearingEmploymentIds.has(grant.employmentId)),
    ),
    grant => grant.personId,
  );

  const all = rows.people.flatMap(row => {
    const roles = [...new Set(grantsOf.get(row.id)?.map(grant => grant.role))];
    if (roles.length === 0) return [];
    const own = employmentContexts(
      employmentsOf.get(row.id) ?? [],
      organisations,
    );
    return Object.freeze<PersonContext>({
      id: row.id,
      entityRef: `user:default/${row.id}`,
      displayName: row.displayName,
      email: row.email,
      roles: Object.freeze(roles),
      employments: Object.freeze(own),
      organisationIds: Object.freeze(own.map(item => item.organisationId)),
      regulatedForImmigration:
        row.regulatedUntil !== null && row.regulatedUntil >= today,
      training: row.training,
      nations: Object.freeze([...row.nations]),
      specialisms: Object.freeze([...row.specialisms]),
      languages: Object.freeze([...row.languages]),
      ...(row.sessionsEndedAt === null
        ? {}
        : { sessionsEndedAt: Date.parse(row.sessionsEndedAt) }),
    });
  });

  const byRole = new Map<Role, PersonContext[]>();
  for (const person of all) {
    for (const role of person.roles)
      byRole.set(role, [...(byRole.get(role) ?? []), person]);
  }
  return {
    today,
    byId: new Map(all.map(person => [person.id, person])),
    all: Object.freeze(all),
    byRole,
    organisations,
    organisationList: Object.freeze(organisationList),
  };
}

function isShutOut(row: OrganisationRow, today: string): boolean {
  return (
    row.standing === 'suspended' || (row.leftOn !== null && row.leftOn <= today)
  );
}

// ISO dates compare as text.
function holds(from: string, until: string | null, today: string): boolean {
  return from <= today && (until === null || today < until);
}

function group<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const known = groups.get(keyOf(row));
    if (known) known.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

// Two employments at one organisation count once; the earlier stands first.
function employmentContexts(
  rows: readonly EmploymentRow[],
  organisations: ReadonlyMap<string, OrganisationContext>,
): EmploymentContext[] {
  const ids = [...new Set(rows.map(row => row.organisationId))];
  return ids.flatMap(id => {
    const organisation = organisations.get(id);
    if (!organisation) return [];
    return Object.freeze({
      organisationId: organisation.id,
      organisationName: organisation.name,
      nation: organisation.nation,
    });
  });
}
