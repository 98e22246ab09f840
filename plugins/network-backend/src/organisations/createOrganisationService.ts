import { NotFoundError } from '@backstage/errors';
import { londonDateOf, newId } from '@imsa-hub/core';
import { StaleError, type Reading, type UnitOfWork } from '@imsa-hub/core-node';
import type {
  CreateOrganisation,
  OrganisationRecord,
} from '@imsa-hub/network-common';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import { readingScopeOf } from '../access/readingScope';
import { fieldError } from '../shared/fieldError';
import type { OrganisationService } from './OrganisationService';
import {
  findOrganisation,
  findOrganisations,
  listOrganisations,
  type Reader,
} from './organisationReadModel';
import {
  insertOrganisation,
  updateOrganisation,
  type OrganisationValues,
} from './organisationStore';
import {
  presentOrganisation,
  presentOrganisationSummary,
} from './presentOrganisation';

const readingOf = (organisationId: string): Reading => ({
  type: 'network.organisation-read',
  subject: `organisation:${organisationId}`,
});
const NAME_TAKEN = 'An organisation of this name is in the register already';

/** Keeps the organisations of the register. Permits nothing by itself. */
export function createOrganisationService(options: {
  database: Knex;
  work: UnitOfWork;
  now?: () => Date;
}): OrganisationService {
  const { database, work } = options;
  const now = options.now ?? (() => new Date());
  const readerFor = (person: PersonContext): Reader => ({
    readerId: person.id,
    scope: readingScopeOf(person),
    today: londonDateOf(now()),
  });

  async function recordFor(
    person: PersonContext,
    organisationId: string,
    knex: Knex,
  ): Promise<OrganisationRecord> {
    const reader = readerFor(person);
    const row = await findOrganisation({ knex, reader, organisationId });
    if (!row) throw new NotFoundError();
    return presentOrganisation({ row, scope: reader.scope });
  }

  return {
    async list({ person, query }) {
      const { rows, nextCursor } = await listOrganisations({
        knex: database,
        reader: readerFor(person),
        query,
      });
      return {
        items: rows.map(presentOrganisationSummary),
        ...(nextCursor ? { nextCursor } : {}),
      };
    },

    async find({ person, terms, limit }) {
      const reader = readerFor(person);
      const rows = await findOrganisations({
        knex: database,
        reader,
        terms,
        limit,
      });
      return rows.map(presentOrganisationSummary);
    },

    record: ({ person, actor, organisationId }) =>
      work.run(actor, async unit => {
        const record = await recordFor(person, organisationId, unit.trx);
        unit.record({ ...readingOf(organisationId), publish: false });
        return record;
      }),

    create: ({ person, actor, organisation }) =>
      work.run(actor, async unit => {
        const id = newId();
        const values = {
          ...valuesOf(organisation),
          standing: 'current' as const,
          left_on: null,
        };
        const outcome = await insertOrganisation({
          trx: unit.trx,
          id,
          values,
          now: unit.now,
        });
        if (outcome === 'name-taken') throw fieldError('name', NAME_TAKEN);
        unit.record({
          type: 'network.organisation-registered',
          subject: `organisation:${id}`,
          after: values,
        });
        return recordFor(person, id, unit.trx);
      }),

    edit: ({ person, actor, organisationId, organisation }) =>
      work.run(actor, async unit => {
        const before = await recordFor(person, organisationId, unit.trx);
        const { standing, leftOn, version } = organisation;
        if ((standing === 'left') !== (leftOn !== undefined)) {
          throw fieldError(
            'leftOn',
            leftOn === undefined
              ? 'Enter the date it left'
              : 'Leave this out unless the organisation has left',
          );
        }
        if (
          standing !== 'current' &&
          person.organisationIds.includes(organisationId)
        ) {
          throw fieldError(
            'standing',
            'You work for this organisation: without it you could not sign in to undo this',
          );
        }
        if (leftOn !== undefined && leftOn < organisation.joinedOn)
          throw fieldError('leftOn', 'Enter a date on or after it joined');
        const values: OrganisationValues = {
          ...valuesOf(organisation),
          standing,
          left_on: leftOn ?? null,
        };
        const outcome = await updateOrganisation({
          trx: unit.trx,
          id: organisationId,
          version,
          values,
          now: unit.now,
        });
        if (outcome === 'name-taken') throw fieldError('name', NAME_TAKEN);
        const current = await recordFor(person, organisationId, unit.trx);
        if (outcome === 'not-current') {
          throw new StaleError({
            message:
              'Somebody changed this organisation while you were working on it. Look at their version, then save yours again.',
            current,
            reading: readingOf(organisationId),
          });
        }
        unit.record({
          type: 'network.organisation-edited',
          subject: `organisation:${organisationId}`,
          before,
          after: values,
        });
        return current;
      }),
  };
}

function valuesOf(organisation: CreateOrganisation) {
  const { name, sector, nation, area, cohort, joinedOn } = organisation;
  return {
    name,
    sector,
    nation,
    area,
    cohort: cohort ?? null,
    joined_on: joinedOn,
  };
}
