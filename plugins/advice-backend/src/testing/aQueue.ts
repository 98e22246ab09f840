import { newId, type Role } from '@imsa-hub/core';
import type { PersonContext } from '@imsa-hub/network-node';
import { HubPolicyImplementation } from '@imsa-hub/permission-backend-module-hub';
import {
  createTestDatabase,
  fillQueries,
  type QueryFill,
} from '@imsa-hub/testing';
import { resolve } from 'node:path';
import { QuerySight } from '../access/QuerySight';

const MIGRATIONS = resolve(__dirname, '../../migrations');

/** One person in each role that has something to do with queries. */
const ROLES = {
  manager: 'hub-manager',
  coordinator: 'advice-coordinator',
  senior: 'senior-imsa',
  imsa: 'imsa',
  board: 'advisory-board',
} as const satisfies Record<string, Role>;
export type QueueReader = keyof typeof ROLES;
export const QUEUE_READERS = Object.keys(ROLES) as QueueReader[];

/**
 * A queue of invented queries on a real PostgreSQL, under the hub's own policy.
 * Everybody works at one organisation, which is the one in conflict.
 */
export async function aQueue(
  fill: Pick<QueryFill, 'count' | 'open' | 'conflictsFirst'> & {
    conflictShare?: number;
  },
) {
  const database = await createTestDatabase({
    schemas: [{ schema: 'advice', migrations: MIGRATIONS }],
  });
  const employer = newId();
  const organisations = [employer, newId(), newId(), newId()];
  const people = new Map(
    QUEUE_READERS.map(name => [name, aPerson(ROLES[name], employer)]),
  );
  const as = (name: QueueReader): PersonContext => {
    const person = people.get(name);
    if (!person) throw new Error(`Nobody called ${name}`);
    return person;
  };
  const idsOf = (...names: QueueReader[]) => names.map(name => as(name).id);
  await fillQueries({
    ...fill,
    knex: database.owner,
    advisers: [...idsOf('manager', 'coordinator', 'senior'), newId(), newId()],
    askers: [...idsOf('imsa', 'senior'), newId(), newId(), newId()],
    organisations,
    conflict: {
      organisationId: employer,
      share: fill.conflictShare ?? 0.1,
    },
  });
  // Of what waits for triage, some name the employer of everybody.
  await database
    .owner('advice.query')
    .update({ named_organisation_ids: [employer] })
    .where({ status: 'received' })
    .whereRaw('hashtext(id) % 10 = 0');
  const policy = new HubPolicyImplementation();
  const sight = new QuerySight({
    may: (person, permission) =>
      policy.decide(person, permission).result === 'ALLOW',
    decide: (person, permission) => policy.decide(person, permission),
  });
  return { database, knex: database.app('advice'), sight, as, employer };
}

export type Queue = Awaited<ReturnType<typeof aQueue>>;

function aPerson(role: Role, organisationId: string): PersonContext {
  const id = newId();
  return {
    id,
    entityRef: `user:default/${id}`,
    displayName: `P ${role}`,
    email: `${id}@hub.example`,
    roles: [role],
    employments: [
      { organisationId, organisationName: 'Northgate', nation: 'england' },
    ],
    organisationIds: [organisationId],
    regulatedForImmigration: false,
    training: 'accredited',
    nations: [],
    specialisms: [],
    languages: [],
  };
}
