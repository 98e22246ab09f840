import { londonDateOf } from '@imsa-hub/core';
import type { PeopleSearch } from '@imsa-hub/network-common';
import type { PersonContext } from '@imsa-hub/network-node';
import { authorizeImportService } from '../imports/authorizeImportService';
import { createImportService } from '../imports/createImportService';
import { authorizeOrganisationService } from '../organisations/authorizeOrganisationService';
import { createOrganisationService } from '../organisations/createOrganisationService';
import { authorizePersonService } from '../people/authorizePersonService';
import { createPersonService } from '../people/createPersonService';
import { activePerson, permissions, SYSTEM, TestRegister } from './aRegister';

/** Who works at Northgate, and in which role. */
export const EMPLOYED = [
  ['manager', 'hub-manager'],
  ['coordinator', 'advice-coordinator'],
  ['senior', 'senior-imsa'],
  ['imsa', 'imsa'],
  ['officer', 'organisation-officer'],
  ['analyst', 'meal-analyst'],
] as const;
/** Whose roles stand on no employment. */
export const ALONE = [
  ['supervisor', 'clinical-supervisor'],
  ['board', 'advisory-board'],
  ['admin', 'platform-admin'],
] as const;
/** Everyone by name, and an IMSA who works elsewhere. */
export type Who =
  (typeof EMPLOYED)[number][0] | (typeof ALONE)[number][0] | 'elsewhere';

/**
 * A register with one person in each role at Northgate, an IMSA at Harbour in
 * Scotland, an organisation that left and an IMSA who did, and the services as
 * they stand behind the routes.
 */
export async function aPilotRegister() {
  const register = await TestRegister.create();
  const northgate = await register.organisation('Northgate', {
    cohort: '2024-1',
  });
  const harbour = await register.organisation('Harbour', {
    nation: 'scotland',
  });
  await register.organisation('Left Behind', {
    standing: 'left',
    left_on: '2026-01-01',
  });
  const ids = new Map<Who, string>();
  for (const [name, role] of EMPLOYED) {
    const { personId } = await register.active(
      `P ${name}`,
      role,
      northgate,
      name === 'imsa' ? { specialisms: ['housing-rights'] } : {},
    );
    ids.set(name, personId);
  }
  for (const [name, role] of ALONE) {
    const personId = await register.person(`P ${name}`);
    await register.role(personId, role, null);
    ids.set(name, personId);
  }
  const elsewhere = await register.active('P elsewhere', 'imsa', harbour);
  ids.set('elsewhere', elsewhere.personId);
  const former = await register.active('P gone', 'imsa', northgate);
  await register
    .app('employment')
    .where({ id: former.employmentId })
    .update({ ended_on: '2026-03-01', end_reason: 'resigned' });
  const directory = await register.directory();
  const everyone = new Map<Who, PersonContext>(
    [...ids].map(([name, id]) => [name, activePerson(directory, id)]),
  );
  const as = (name: Who): PersonContext => {
    const person = everyone.get(name);
    if (!person) throw new Error(`Nobody called ${name}`);
    return person;
  };
  const deps = { database: register.app, work: register.work };
  return {
    register,
    northgate,
    harbour,
    gone: former.personId,
    everyone,
    as,
    /** Who asks for a change. */
    asker: (name: Who) => ({ person: as(name), actor: SYSTEM }),
    today: londonDateOf(new Date()),
    organisations: authorizeOrganisationService({
      service: createOrganisationService(deps),
      permissions,
    }),
    people: authorizePersonService({
      service: createPersonService(deps),
      permissions,
    }),
    imports: authorizeImportService({
      service: createImportService(deps),
      permissions,
    }),
  };
}

export type PilotRegister = Awaited<ReturnType<typeof aPilotRegister>>;

/** A search with what a request leaves out filled in. */
export function search(values: Partial<PeopleSearch> = {}): PeopleSearch {
  return { includeFormer: false, limit: 50, ...values };
}

/** Somebody to be registered. */
export const NEW_PERSON = {
  displayName: 'Newly Entered',
  email: 'newly@hub.example',
  training: 'accredited' as const,
  nations: [],
  specialisms: [],
  languages: ['en'],
};
