import { londonDateOf, sortName } from '@imsa-hub/core';
import type { LedgerActor, UnitOfWork, Work } from '@imsa-hub/core-node';
import {
  CreateOrganisationSchema,
  CreatePersonSchema,
} from '@imsa-hub/network-common';
import { z } from 'zod';
import { insertOrganisation } from '../organisations/organisationStore';
import {
  insertEmployment,
  insertGrant,
  insertPerson,
} from '../people/personStore';

const SYSTEM: LedgerActor = { id: 'system', chain: 'system' };

/** Who the first Hub Manager is, and the organisation that employs them. */
export const FirstManagerSchema = z.strictObject({
  name: CreatePersonSchema.shape.displayName,
  email: CreatePersonSchema.shape.email,
  organisation: CreateOrganisationSchema.shape.name,
  nation: CreateOrganisationSchema.shape.nation,
  area: CreateOrganisationSchema.shape.area,
});
export type FirstManager = z.infer<typeof FirstManagerSchema>;

/** What was entered. */
export interface EnteredManager {
  personId: string;
  organisationId: string;
  /** False where the register held an organisation of that name already. */
  isNewOrganisation: boolean;
}

/**
 * Enters the first Hub Manager of a hub that has none: the organisation unless
 * it is there, the person, their employment from today and the role, in one
 * transaction and with its entries in the ledger as the system's doing. From
 * then on that person keeps the register.
 *
 * @throws Error in plain words where somebody is Hub Manager already, or the
 *   address belongs to somebody in the register; nothing is stored then
 */
export async function enterFirstManager(options: {
  /** The register's unit of work. */
  work: UnitOfWork;
  manager: FirstManager;
  now?: () => Date;
}): Promise<EnteredManager> {
  const { manager } = options;
  const today = londonDateOf(options.now?.() ?? new Date());
  return options.work.run(SYSTEM, async work => {
    // Two commands at once: the second waits, and finds the first's manager.
    await work.trx.raw('select pg_advisory_xact_lock(727404)');
    if (await hasManager(work, today)) {
      throw new Error(
        'There is a Hub Manager already. Ask them to enter or import everybody else; nothing was changed.',
      );
    }
    const organisation = await organisationFor(work, manager, today);
    const personId = await personFor(work, manager);
    const [employmentId, grantId] = [work.newId(), work.newId()];
    const subject = `person:${personId}`;
    const employment = {
      id: employmentId,
      organisationId: organisation.id,
      kind: 'staff' as const,
      startedOn: today,
      plannedEndOn: null,
    };
    await insertEmployment({ trx: work.trx, personId, employment });
    work.record({
      type: 'network.employment-started',
      subject,
      after: employment,
    });
    const grant = {
      id: grantId,
      role: 'hub-manager' as const,
      employmentId,
      fromOn: today,
      untilOn: null,
    };
    await insertGrant({ trx: work.trx, personId, grant });
    work.record({
      type: 'network.role-granted',
      subject,
      after: grant,
      why: 'first-manager',
    });
    return {
      personId,
      organisationId: organisation.id,
      isNewOrganisation: organisation.isNew,
    };
  });
}

// Also one whose time is still to come: a hub has a first manager once.
async function hasManager({ trx }: Work, today: string): Promise<boolean> {
  const { rows } = await trx.raw(
    `select 1 from role_grant held
     join employment base on base.id = held.employment_id
     where held.role = 'hub-manager'
       and (held.until_on is null or held.until_on > :today)
       and (base.ended_on is null or base.ended_on > :today)
     limit 1`,
    { today },
  );
  return rows.length > 0;
}

async function organisationFor(
  work: Work,
  { organisation: name, nation, area }: FirstManager,
  today: string,
): Promise<{ id: string; isNew: boolean }> {
  const known = await work
    .trx('organisation')
    .where({ sort_name: sortName(name) })
    .first('id', 'standing');
  if (known) {
    if (known.standing !== 'current') {
      throw new Error(
        `The organisation “${name}” is in the register and not in the network now. Nothing was changed.`,
      );
    }
    return { id: known.id, isNew: false };
  }
  const id = work.newId();
  const values = {
    name,
    sector: 'hub' as const,
    nation,
    area,
    cohort: null,
    joined_on: today,
    standing: 'current' as const,
    left_on: null,
  };
  const { trx, now } = work;
  if ((await insertOrganisation({ trx, id, values, now })) !== 'written') {
    throw new Error(`“${name}” could not be entered. Nothing was changed.`);
  }
  work.record({
    type: 'network.organisation-registered',
    subject: `organisation:${id}`,
    after: values,
  });
  return { id, isNew: true };
}

async function personFor(
  work: Work,
  { name, email }: FirstManager,
): Promise<string> {
  const id = work.newId();
  const registered = {
    displayName: name,
    email,
    training: 'not-an-imsa' as const,
    nations: [],
    specialisms: [],
    languages: [],
  };
  const { trx, now } = work;
  if ((await insertPerson({ trx, id, registered, now })) !== 'written') {
    throw new Error(
      'Somebody with this e-mail address is in the register already. Nothing was changed.',
    );
  }
  work.record({
    type: 'network.person-registered',
    subject: `person:${id}`,
    after: registered,
  });
  return id;
}
