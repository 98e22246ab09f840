import type { UnitOfWork } from '@imsa-hub/core-node';
import {
  earliestPlannedEnd,
  isWithinEmployment,
} from '@imsa-hub/network-common';
import type { Knex } from 'knex';
import { personColumns } from '../people/personStore';
import { sortName } from '@imsa-hub/core';
import {
  demoEmploymentId,
  demoGrantId,
  demoOrganisationId,
  demoPersonId,
} from './demoIds';
import { loadDemoNetwork, type PersonInFile } from './networkFile';

/** Options of {@link seedNetwork}. */
export interface SeedNetworkOptions {
  /** A pool that may write the schema `network`, whatever its search path. */
  knex: Knex;
  /** Absolute path of the file: `catalog/demo/network.yaml`. */
  yaml: string;
  /**
   * The register's unit of work. With it what is added stands in the ledger
   * too, as the system's doing; without it only the rows are written.
   */
  work?: UnitOfWork;
}

/** How many records were added; none when the network is there already. */
export interface SeededNetwork {
  organisations: number;
  people: number;
}

/**
 * Adds a network from a file, in one transaction. Records that are there stay
 * as they are, so loading twice changes nothing.
 */
export async function seedNetwork(
  options: SeedNetworkOptions,
): Promise<SeededNetwork> {
  const { knex, work } = options;
  const file = await loadDemoNetwork(options.yaml);
  if (!work) return knex.transaction(trx => addAll(trx, file));
  return work.run({ id: 'system', chain: 'system' }, async unit => {
    const seeded = await addAll(unit.trx, file);
    if (seeded.organisations + seeded.people > 0) {
      unit.record({
        type: 'network.demo-loaded',
        subject: 'network:demo',
        after: seeded,
        publish: false,
      });
    }
    return seeded;
  });
}

async function addAll(
  trx: Knex.Transaction,
  file: Awaited<ReturnType<typeof loadDemoNetwork>>,
): Promise<SeededNetwork> {
  const organisations = await addNew(
    trx,
    'organisation',
    file.organisations.map(item => ({
      id: demoOrganisationId(item.key),
      name: item.name,
      sort_name: sortName(item.name),
      sector: item.sector,
      nation: item.nation,
      area: item.area,
      cohort: item.cohort ?? null,
      joined_on: item.joined,
    })),
  );
  const people = await addNew(
    trx,
    'person',
    file.people.map(person => ({
      id: demoPersonId(person.key),
      ...personColumns({
        displayName: person.name,
        email: person.email,
        training: person.training,
        regulation: person.regulated,
        nations: person.nations,
        specialisms: person.specialisms,
        languages: person.languages,
      }),
    })),
  );
  // Somebody who was there already keeps what the register says of them.
  const added = file.people.filter(person =>
    people.has(demoPersonId(person.key)),
  );
  await addNew(trx, 'employment', added.map(employmentOf));
  await addNew(trx, 'role_grant', added.flatMap(grantsOf));
  return { organisations: organisations.size, people: people.size };
}

function employmentOf(person: PersonInFile) {
  return {
    id: demoEmploymentId(person.key),
    person_id: demoPersonId(person.key),
    organisation_id: demoOrganisationId(person.organisation),
    kind: person.kind,
    started_on: person.start,
    planned_end_on:
      person.kind === 'staff' ? null : earliestPlannedEnd(person.start),
  };
}

function grantsOf(person: PersonInFile) {
  return person.roles.map(role => ({
    id: demoGrantId(person.key, role),
    person_id: demoPersonId(person.key),
    role,
    employment_id: isWithinEmployment(role)
      ? demoEmploymentId(person.key)
      : null,
    from_on: person.start,
  }));
}

async function addNew(
  trx: Knex.Transaction,
  table: string,
  rows: ReadonlyArray<Record<string, unknown>>,
): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const added = await trx
    .withSchema('network')
    .table(table)
    .insert(rows)
    .onConflict()
    .ignore()
    .returning<Array<{ id: string }>>('id');
  return new Set(added.map(row => row.id));
}
