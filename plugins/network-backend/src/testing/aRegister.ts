import { newId, sortName, type Role } from '@imsa-hub/core';
import {
  createUnitOfWork,
  type HubPermissions,
  type LedgerActor,
  type UnitOfWork,
} from '@imsa-hub/core-node';
import {
  networkManagePermission,
  networkUsePermission,
} from '@imsa-hub/network-common';
import {
  createIdentityBinders,
  DatabasePeopleDirectory,
  holdsRole,
  type IdentityBinder,
  type PersonContext,
} from '@imsa-hub/network-node';
import { createTestDatabase, type TestDatabase } from '@imsa-hub/testing';
import type { Knex } from 'knex';
import { resolve } from 'node:path';
import { createIdentityBinder } from '../people/createIdentityBinder';

export const MIGRATIONS = resolve(__dirname, '../../migrations');
export const SYSTEM: LedgerActor = { id: 'system', chain: 'system' };

/** A policy like the hub's, said again in three lines for these tests. */
export const permissions: HubPermissions = {
  may: (person, permission) =>
    permission.name === networkManagePermission.name
      ? holdsRole(person, 'hub-manager')
      : permission.name === networkUsePermission.name &&
        holdsRole(
          person,
          'hub-manager',
          'advice-coordinator',
          'senior-imsa',
          'imsa',
          'organisation-officer',
        ),
  decide: () => {
    throw new Error('The register asks for basic permissions only');
  },
};

/** A register on a real PostgreSQL, with builders that read like sentences. */
export class TestRegister {
  private readonly directories: DatabasePeopleDirectory[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly app: Knex,
    readonly work: UnitOfWork,
  ) {}

  static async create(): Promise<TestRegister> {
    const database = await createTestDatabase({
      schemas: [{ schema: 'network', migrations: MIGRATIONS }],
    });
    const app = database.app('network');
    const work = createUnitOfWork({
      knex: app,
      ledgerKey: Buffer.alloc(32, 7),
      pluginId: 'network',
    });
    return new TestRegister(database, app, work);
  }

  async destroy(): Promise<void> {
    await Promise.all(this.directories.map(directory => directory.close()));
    await this.database.destroy();
  }

  /** What signing in and out changes in this register and its ledger. */
  binder(now?: () => Date): IdentityBinder {
    return createIdentityBinder({
      work: this.work,
      systemActor: SYSTEM,
      actorFor: (person, from) => ({
        id: person.id,
        chain: 'system',
        origin: from?.ip,
      }),
      publicActor: from => ({ id: 'public', chain: 'public', origin: from.ip }),
      now,
    });
  }

  /** A directory that reads this register, with the register's own binder. */
  async directory(
    options: { now?: () => Date; elapsed?: () => number } = {},
  ): Promise<DatabasePeopleDirectory> {
    const binders = createIdentityBinders();
    binders.install(this.binder(options.now));
    const directory = new DatabasePeopleDirectory({
      connection: this.database.connection,
      binders,
      logger: { warn: () => undefined },
      ...options,
    });
    this.directories.push(directory);
    directory.start();
    await directory.ready();
    return directory;
  }

  async organisation(
    name: string,
    values: Record<string, unknown> = {},
  ): Promise<string> {
    const id = newId();
    await this.app('organisation').insert({
      id,
      name,
      sort_name: sortName(name),
      sector: 'ngo',
      nation: 'england',
      area: 'Leeds',
      joined_on: '2024-01-01',
      ...values,
    });
    return id;
  }

  async person(
    name: string,
    values: Record<string, unknown> = {},
  ): Promise<string> {
    const id = newId();
    await this.app('person').insert({
      id,
      display_name: name,
      sort_name: sortName(name),
      email: `${sortName(name).replace(/[^a-z]+/g, '.')}@hub.example`,
      training: 'accredited',
      ...values,
    });
    return id;
  }

  async employment(
    personId: string,
    organisationId: string,
    values: Record<string, unknown> = {},
  ): Promise<string> {
    const id = newId();
    await this.app('employment').insert({
      id,
      person_id: personId,
      organisation_id: organisationId,
      kind: 'external',
      started_on: '2026-01-31',
      planned_end_on: '2028-05-31',
      ...values,
    });
    return id;
  }

  async role(
    personId: string,
    role: Role,
    employmentId: string | null,
    values: Record<string, unknown> = {},
  ): Promise<string> {
    const id = newId();
    await this.app('role_grant').insert({
      id,
      person_id: personId,
      role,
      employment_id: employmentId,
      from_on: '2026-01-31',
      ...values,
    });
    return id;
  }

  /** Somebody employed and active in a role. */
  async active(
    name: string,
    role: Role,
    organisationId: string,
    values: Record<string, unknown> = {},
  ): Promise<{ personId: string; employmentId: string; grantId: string }> {
    const personId = await this.person(name, values);
    const employmentId = await this.employment(personId, organisationId);
    const grantId = await this.role(personId, role, employmentId);
    return { personId, employmentId, grantId };
  }

  /** Types of the ledger's entries on a subject, oldest first. */
  async ledgerOf(subject: string): Promise<string[]> {
    const rows = await this.app('ledger_entry')
      .where({ subject })
      .orderBy('at')
      .orderBy('seq')
      .select<Array<{ type: string }>>('type');
    return rows.map(row => row.type);
  }
}

/** The person of this id, who must be active. */
export function activePerson(
  directory: DatabasePeopleDirectory,
  personId: string,
): PersonContext {
  const person = directory.byId(personId);
  if (!person) throw new Error('This person is not active');
  return person;
}

/** Waits until a condition holds; says how many milliseconds it took. */
export async function until(
  condition: () => boolean,
  limit = 5_000,
): Promise<number> {
  const begun = performance.now();
  while (!condition()) {
    if (performance.now() - begun > limit)
      throw new Error(`It did not come to hold within ${limit} ms`);
    await new Promise(done => setTimeout(done, 10));
  }
  return performance.now() - begun;
}
