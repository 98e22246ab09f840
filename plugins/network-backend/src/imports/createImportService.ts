import { createHash } from 'node:crypto';
import { londonDateOf, newId } from '@imsa-hub/core';
import { HubInputError, type UnitOfWork, type Work } from '@imsa-hub/core-node';
import type {
  CreateOrganisation,
  DryRunImport,
} from '@imsa-hub/network-common';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { insertOrganisation } from '../organisations/organisationStore';
import {
  insertEmployment,
  insertGrant,
  insertPerson,
} from '../people/personStore';
import { isWithinEmployment } from '@imsa-hub/network-common';
import { fieldError } from '../shared/fieldError';
import type { PersonToImport } from './importPlan';
import type { ImportService } from './ImportService';
import { planOrganisations } from './planOrganisations';
import { planPeople } from './planPeople';
import { readRegisterToday } from './readRegisterToday';

const CHANGED_MEANWHILE =
  'The register changed while the file was read. Nothing was imported; do the dry run again.';

/** Imports files. Permits nothing by itself. */
export function createImportService(options: {
  database: Knex;
  work: UnitOfWork;
  now?: () => Date;
}): ImportService {
  const { database, work } = options;
  const now = options.now ?? (() => new Date());

  async function plan(file: DryRunImport, knex: Knex) {
    const register = await readRegisterToday(knex, londonDateOf(now()));
    return file.kind === 'people'
      ? { kind: file.kind, ...planPeople(file.csv, register) }
      : { kind: file.kind, ...planOrganisations(file.csv, register) };
  }

  return {
    async dryRun({ file }) {
      const { rows, problems } = await plan(file, database);
      return problems.length > 0
        ? { rows, problems }
        : { rows, problems, digest: digestOf(file) };
    },

    import: ({ actor, file }) =>
      work.run(actor, async unit => {
        if (file.digest !== digestOf(file)) {
          throw fieldError(
            'digest',
            'This is not the file of the dry run: do the dry run again',
          );
        }
        const planned = await plan(file, unit.trx);
        if (planned.problems.length > 0) {
          throw new HubInputError({
            message: 'Nothing was imported: the file has problems',
            fields: planned.problems.slice(0, 50).map(problem => ({
              field: `body.csv[${problem.row}]${problem.column ? `.${problem.column}` : ''}`,
              message: problem.problem,
            })),
          });
        }
        if (planned.kind === 'people')
          for (const item of planned.items) await addPerson(unit, item);
        else
          for (const item of planned.items) await addOrganisation(unit, item);
        unit.record({
          type: 'network.file-imported',
          subject: `import:${file.digest.slice(0, 26)}`,
          after: { kind: planned.kind, digest: file.digest },
          publish: false,
        });
        return { imported: planned.items.length };
      }),
  };
}

/** What ties an import to its dry run: the kind and every byte of the file. */
function digestOf(file: DryRunImport): string {
  return createHash('sha256').update(`${file.kind}\n${file.csv}`).digest('hex');
}

async function addOrganisation(
  { trx, now, record }: Work,
  item: CreateOrganisation,
): Promise<void> {
  const id = newId();
  const { joinedOn, cohort, ...rest } = item;
  const values = {
    ...rest,
    cohort: cohort ?? null,
    joined_on: joinedOn,
    standing: 'current' as const,
    left_on: null,
  };
  const outcome = await insertOrganisation({ trx, id, values, now });
  if (outcome !== 'written') throw new ConflictError(CHANGED_MEANWHILE);
  record({
    type: 'network.organisation-registered',
    subject: `organisation:${id}`,
    after: values,
  });
}

async function addPerson(
  { trx, now, record }: Work,
  item: PersonToImport,
): Promise<void> {
  const personId = newId();
  const { registered, employment, roles, fromOn } = item;
  const outcome = await insertPerson({ trx, id: personId, registered, now });
  if (outcome !== 'written') throw new ConflictError(CHANGED_MEANWHILE);
  const employmentId = employment ? newId() : null;
  if (employment && employmentId) {
    const { plannedEndOn = null, ...rest } = employment;
    await insertEmployment({
      trx,
      personId,
      employment: { id: employmentId, ...rest, plannedEndOn },
    });
  }
  for (const role of roles) {
    const grant = {
      id: newId(),
      role,
      employmentId: isWithinEmployment(role) ? employmentId : null,
      fromOn,
      untilOn: null,
    };
    await insertGrant({ trx, personId, grant });
  }
  record({
    type: 'network.person-registered',
    subject: `person:${personId}`,
    after: item,
  });
}
