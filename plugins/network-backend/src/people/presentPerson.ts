import type {
  EmploymentView,
  PersonAction,
  PersonRecord,
  PersonSummary,
  RoleGrantView,
} from '@imsa-hub/network-common';
import { DIRECTORY_ROLES, type ReadingScope } from '../access/readingScope';
import type { EmploymentPart, GrantPart, PersonRow } from './personRow';

/** Who the record is shown to. */
export interface Audience {
  scope: ReadingScope;
  readerId: string;
  /** The reader's employers; an officer sees dates at these only. */
  organisationIds: readonly string[];
  /** `YYYY-MM-DD` in Europe/London. */
  today: string;
}

/** A person as a list shows them to this audience. */
export function presentPersonSummary(
  row: PersonRow,
  audience: Audience,
): PersonSummary {
  const { scope, today } = audience;
  const who = {
    id: row.id,
    displayName: row.display_name,
    training: row.training,
    active: row.active,
  };
  if (scope === 'employer') {
    const own = row.employments.filter(
      part =>
        audience.organisationIds.includes(part.organisationId) &&
        part.kind !== 'staff',
    );
    return { ...who, employments: own.map(presentEmployment) };
  }
  const held = [
    ...new Set(row.grants.filter(part => part.current).map(part => part.role)),
  ];
  return {
    ...who,
    employments:
      scope === 'register'
        ? row.employments.map(presentEmployment)
        : row.employments.filter(part => part.current).map(placeOfWork),
    roles:
      scope === 'directory'
        ? held.filter(role => DIRECTORY_ROLES.includes(role))
        : held,
    nations: row.nations,
    specialisms: row.specialisms,
    languages: row.languages,
    regulatedForImmigration:
      row.regulated_until !== null && row.regulated_until >= today,
  };
}

/** A person's record as this audience sees it, with what it may do. */
export function presentPerson(
  row: PersonRow,
  audience: Audience,
): PersonRecord {
  const summary = presentPersonSummary(row, audience);
  if (audience.scope !== 'register') return { ...summary, allowedActions: [] };
  return {
    ...summary,
    email: row.email,
    version: row.version,
    erased: row.erased,
    grants: row.grants.map(presentGrant),
    ...(row.regulator && row.regulation_number && row.regulated_until
      ? {
          regulation: {
            regulator: row.regulator,
            number: row.regulation_number,
            validUntil: row.regulated_until,
          },
        }
      : {}),
    allowedActions: actionsFor(row, audience),
  };
}

// Nobody decides on their own roles and employments.
function actionsFor(row: PersonRow, audience: Audience): PersonAction[] {
  if (row.erased) return [];
  if (row.id === audience.readerId) return ['edit'];
  const endable = (until: string | null) =>
    until === null || until > audience.today;
  return [
    'edit',
    'grant-role',
    ...(row.grants.some(part => endable(part.untilOn))
      ? (['end-role'] as const)
      : []),
    'start-employment',
    ...(row.employments.some(part => part.endedOn === null)
      ? (['end-employment'] as const)
      : []),
    ...(row.active ? (['end-sessions'] as const) : []),
  ];
}

function placeOfWork(part: EmploymentPart): EmploymentView {
  const { id, organisationId, organisationName, current } = part;
  return { id, organisationId, organisationName, current };
}

function presentEmployment(part: EmploymentPart): EmploymentView {
  const { plannedEndOn, endedOn, endReason, ...rest } = part;
  return {
    ...rest,
    ...(plannedEndOn === null ? {} : { plannedEndOn }),
    ...(endedOn === null ? {} : { endedOn }),
    ...(endReason === null ? {} : { endReason }),
  };
}

function presentGrant(part: GrantPart): RoleGrantView {
  const { employmentId, untilOn, ...rest } = part;
  return {
    ...rest,
    ...(employmentId === null ? {} : { employmentId }),
    ...(untilOn === null ? {} : { untilOn }),
  };
}
