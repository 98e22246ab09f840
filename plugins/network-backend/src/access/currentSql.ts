import type { Knex } from 'knex';

/** A condition in SQL with its bindings by name, to be put into a statement. */
export interface SqlCondition {
  sql: string;
  bindings: Record<string, Knex.RawBinding>;
}

/** Whether a range `[from, until)` of dates holds on `:today`. */
export function holdsToday(from: string, until: string): string {
  return `(${from} <= :today and (${until} is null or ${until} > :today))`;
}

/**
 * Whether the employment of this alias bears roles today: it holds, and its
 * organisation is neither suspended nor gone.
 */
export function bearsRolesToday(employment: string): string {
  return `(${holdsToday(`${employment}.started_on`, `${employment}.ended_on`)}
    and exists (select 1 from organisation place
      where place.id = ${employment}.organisation_id
        and place.standing <> 'suspended'
        and (place.left_on is null or place.left_on > :today)))`;
}

/**
 * A role held today by the person that `personColumn` names. It says in SQL
 * what `projectDirectory` says in code; a test compares them on the same rows.
 */
export function holdsRoleToday(
  personColumn: string,
  roleCondition = 'true',
): string {
  return `exists (
    select 1 from role_grant held
    left join employment base on base.id = held.employment_id
    where held.person_id = ${personColumn} and ${roleCondition}
      and ${holdsToday('held.from_on', 'held.until_on')}
      and (held.employment_id is null or ${bearsRolesToday('base')}))`;
}

/** The organisations that the officer `:readerId` answers for today. */
export const OWN_ORGANISATIONS = `(
    select base.organisation_id from role_grant office
    join employment base on base.id = office.employment_id
    where office.person_id = :readerId
      and office.role = 'organisation-officer'
      and ${holdsToday('office.from_on', 'office.until_on')}
      and ${bearsRolesToday('base')})`;
