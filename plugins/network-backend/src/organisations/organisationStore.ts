import type { Knex } from 'knex';
import { isTaken } from '../shared/isTaken';
import { sortName } from '@imsa-hub/core';
import type { OrganisationRow } from './organisationRow';

/** The columns a writer gives; the rest follows from them. */
export type OrganisationValues = Pick<
  OrganisationRow,
  | 'name'
  | 'sector'
  | 'nation'
  | 'area'
  | 'cohort'
  | 'standing'
  | 'joined_on'
  | 'left_on'
>;

/** What came of a write. */
export type WriteOutcome = 'written' | 'name-taken' | 'not-current';

/** Adds an organisation. */
export async function insertOrganisation(options: {
  trx: Knex.Transaction;
  id: string;
  values: OrganisationValues;
  now: string;
}): Promise<WriteOutcome> {
  const { trx, id, values, now } = options;
  try {
    // Inside a savepoint: a taken name must not spoil the transaction.
    await trx.transaction(inner =>
      inner('organisation').insert({
        id,
        ...values,
        sort_name: sortName(values.name),
        created_at: now,
        updated_at: now,
      }),
    );
    return 'written';
  } catch (error) {
    if (isTaken(error, 'organisation_one_name')) return 'name-taken';
    throw error;
  }
}

/** Replaces an organisation's values, if it still is at this version. */
export async function updateOrganisation(options: {
  trx: Knex.Transaction;
  id: string;
  version: number;
  values: OrganisationValues;
  now: string;
}): Promise<WriteOutcome> {
  const { trx, id, version, values, now } = options;
  try {
    const changed = await trx.transaction(inner =>
      inner('organisation')
        .where({ id, version })
        .update({
          ...values,
          sort_name: sortName(values.name),
          version: version + 1,
          updated_at: now,
        }),
    );
    return changed === 1 ? 'written' : 'not-current';
  } catch (error) {
    if (isTaken(error, 'organisation_one_name')) return 'name-taken';
    throw error;
  }
}
