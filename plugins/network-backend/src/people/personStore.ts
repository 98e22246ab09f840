import type { CreatePerson } from '@imsa-hub/network-common';
import type { Knex } from 'knex';
import { isTaken } from '../shared/isTaken';
import { sortName } from '@imsa-hub/core';
import type { EmploymentPart, GrantPart } from './personRow';

/** What came of writing a person. */
export type PersonOutcome = 'written' | 'address-taken' | 'not-current';

/** The columns of `person` that a request gives. */
export function personColumns(registered: CreatePerson) {
  const { regulation } = registered;
  return {
    display_name: registered.displayName,
    sort_name: sortName(registered.displayName),
    email: registered.email,
    training: registered.training,
    regulated_for_immigration: regulation !== undefined,
    regulator: regulation?.regulator ?? null,
    regulation_number: regulation?.number ?? null,
    regulated_until: regulation?.validUntil ?? null,
    nations: registered.nations,
    specialisms: registered.specialisms,
    languages: registered.languages,
  };
}

/** Adds a person. */
export async function insertPerson(options: {
  trx: Knex.Transaction;
  id: string;
  registered: CreatePerson;
  now: string;
}): Promise<PersonOutcome> {
  const { trx, id, registered, now } = options;
  return unlessTaken(trx, async inner => {
    await inner('person').insert({
      id,
      ...personColumns(registered),
      created_at: now,
      updated_at: now,
    });
    return true;
  });
}

/** Replaces what is known of a person, if they still are at this version. */
export async function updatePerson(options: {
  trx: Knex.Transaction;
  id: string;
  version: number;
  registered: CreatePerson;
  now: string;
}): Promise<PersonOutcome> {
  const { trx, id, version, registered, now } = options;
  return unlessTaken(trx, async inner => {
    const changed = await inner('person')
      .where({ id, version })
      .update({
        ...personColumns(registered),
        version: version + 1,
        updated_at: now,
      });
    return changed === 1;
  });
}

/**
 * Raises a person's version and holds their row until the end of the
 * transaction, so that changes to their roles and employments come one after
 * the other. Says whether they still were at this version.
 */
export async function advancePerson(options: {
  trx: Knex.Transaction;
  id: string;
  version: number;
  now: string;
}): Promise<boolean> {
  const { trx, id, version, now } = options;
  const changed = await trx('person')
    .where({ id, version })
    .update({ version: version + 1, updated_at: now });
  return changed === 1;
}

/** Adds an employment. */
export async function insertEmployment(options: {
  trx: Knex.Transaction;
  personId: string;
  employment: Pick<
    EmploymentPart,
    'id' | 'organisationId' | 'kind' | 'startedOn' | 'plannedEndOn'
  >;
}): Promise<void> {
  const { trx, personId, employment } = options;
  await trx('employment').insert({
    id: employment.id,
    person_id: personId,
    organisation_id: employment.organisationId,
    kind: employment.kind,
    started_on: employment.startedOn,
    planned_end_on: employment.plannedEndOn,
  });
}

/** Ends an employment and, on the same day, the roles that stand on it. */
export async function closeEmployment(options: {
  trx: Knex.Transaction;
  employmentId: string;
  endedOn: string;
  reason: string;
}): Promise<void> {
  const { trx, employmentId, endedOn, reason } = options;
  await trx('employment')
    .where({ id: employmentId })
    .update({ ended_on: endedOn, end_reason: reason });
  // A role that was to begin later never begins.
  await trx.raw(
    `update role_grant
     set until_on = greatest(from_on, least(until_on, :endedOn::date))
     where employment_id = :employmentId
       and (until_on is null or until_on > :endedOn::date)`,
    { employmentId, endedOn },
  );
}

/** Adds a role. */
export async function insertGrant(options: {
  trx: Knex.Transaction;
  personId: string;
  grant: Omit<GrantPart, 'current'>;
}): Promise<void> {
  const { trx, personId, grant } = options;
  await trx('role_grant').insert({
    id: grant.id,
    person_id: personId,
    role: grant.role,
    employment_id: grant.employmentId,
    from_on: grant.fromOn,
    until_on: grant.untilOn,
  });
}

/** Sets the first day on which a role is no longer held. */
export async function closeGrant(options: {
  trx: Knex.Transaction;
  grantId: string;
  untilOn: string;
}): Promise<void> {
  await options
    .trx('role_grant')
    .where({ id: options.grantId })
    .update({ until_on: options.untilOn });
}

// Inside a savepoint: a taken address must not spoil the transaction.
async function unlessTaken(
  trx: Knex.Transaction,
  write: (inner: Knex.Transaction) => Promise<boolean>,
): Promise<PersonOutcome> {
  try {
    return (await trx.transaction(write)) ? 'written' : 'not-current';
  } catch (error) {
    if (isTaken(error, 'person_one_email')) return 'address-taken';
    throw error;
  }
}
