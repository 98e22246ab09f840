import type { Nation, Role, Specialism } from '@imsa-hub/core';
import type {
  EmploymentKind,
  EndReason,
  Regulator,
  Training,
} from '@imsa-hub/network-common';
import {
  bearsRolesToday,
  holdsRoleToday,
  holdsToday,
} from '../access/currentSql';

/** A person with all that hangs on them; dates as `YYYY-MM-DD`. */
export interface PersonRow {
  id: string;
  sort_name: string;
  display_name: string;
  email: string;
  training: Training;
  regulator: Regulator | null;
  regulation_number: string | null;
  regulated_until: string | null;
  nations: Nation[];
  specialisms: Specialism[];
  languages: string[];
  version: number;
  active: boolean;
  erased: boolean;
  employments: EmploymentPart[];
  grants: GrantPart[];
}

/** One employment inside a {@link PersonRow}. */
export interface EmploymentPart {
  id: string;
  organisationId: string;
  organisationName: string;
  kind: EmploymentKind;
  startedOn: string;
  plannedEndOn: string | null;
  endedOn: string | null;
  endReason: EndReason | null;
  current: boolean;
}

/** One role inside a {@link PersonRow}. */
export interface GrantPart {
  id: string;
  role: Role;
  employmentId: string | null;
  fromOn: string;
  untilOn: string | null;
  current: boolean;
}

/** The columns of a {@link PersonRow} of `person p`; binds `:today`. */
export const PERSON_COLUMNS = `p.id, p.sort_name, p.display_name, p.email,
  p.training, p.regulator, p.regulation_number,
  p.regulated_until::text as regulated_until, p.nations, p.specialisms,
  p.languages, p.version, p.erased_at is not null as erased,
  ${holdsRoleToday('p.id')} as active,
  (select coalesce(jsonb_agg(jsonb_build_object(
      'id', e.id, 'organisationId', e.organisation_id,
      'organisationName', o.name, 'kind', e.kind, 'startedOn', e.started_on,
      'plannedEndOn', e.planned_end_on, 'endedOn', e.ended_on,
      'endReason', e.end_reason,
      'current', ${holdsToday('e.started_on', 'e.ended_on')})
      order by e.started_on, e.id), '[]')
    from employment e join organisation o on o.id = e.organisation_id
    where e.person_id = p.id) as employments,
  (select coalesce(jsonb_agg(jsonb_build_object(
      'id', g.id, 'role', g.role, 'employmentId', g.employment_id,
      'fromOn', g.from_on, 'untilOn', g.until_on,
      'current', ${holdsToday('g.from_on', 'g.until_on')}
        and (g.employment_id is null or ${bearsRolesToday('b')}))
      order by g.from_on, g.id), '[]')
    from role_grant g left join employment b on b.id = g.employment_id
    where g.person_id = p.id) as grants`;
