import { ConflictError, NotFoundError } from '@backstage/errors';
import { londonDateOf, newId } from '@imsa-hub/core';
import {
  personSubject,
  StaleError,
  type Reading,
  type UnitOfWork,
  type Work,
} from '@imsa-hub/core-node';
import type { PersonRecord } from '@imsa-hub/network-common';
import type { PersonContext } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import { readingScopeOf } from '../access/readingScope';
import { findOrganisation } from '../organisations/organisationReadModel';
import { fieldError } from '../shared/fieldError';
import {
  employmentProblem,
  endEmploymentProblem,
  endRoleProblem,
  grantProblem,
  trainingProblem,
  type RuleProblem,
} from './personRules';
import { markSessionsEnded } from './endSessions';
import { findPeople, findPerson, searchPeople } from './personReadModel';
import type { PersonRow } from './personRow';
import type { PersonChange, PersonService } from './PersonService';
import {
  advancePerson,
  closeEmployment,
  closeGrant,
  insertEmployment,
  insertGrant,
  insertPerson,
  updatePerson,
} from './personStore';
import {
  presentPerson,
  presentPersonSummary,
  type Audience,
} from './presentPerson';

const ADDRESS_TAKEN = 'Somebody is registered with this address already';
const readingOf = (personId: string): Reading => ({
  type: 'network.person-read',
  subject: personSubject(personId),
});
const STALE =
  'Somebody changed this record while you were working on it. Look at their version, then save yours again.';

/** Keeps the people of the register. Permits nothing by itself. */
export function createPersonService(options: {
  database: Knex;
  work: UnitOfWork;
  now?: () => Date;
}): PersonService {
  const { database, work } = options;
  const now = options.now ?? (() => new Date());
  const audienceOf = (person: PersonContext): Audience => ({
    scope: readingScopeOf(person),
    readerId: person.id,
    organisationIds: person.organisationIds,
    today: londonDateOf(now()),
  });

  async function load(
    person: PersonContext,
    personId: string,
    knex: Knex,
  ): Promise<PersonRow> {
    const reader = audienceOf(person);
    const row = await findPerson({ knex, reader, personId });
    if (!row) throw new NotFoundError();
    return row;
  }

  async function show(
    person: PersonContext,
    personId: string,
    knex: Knex,
  ): Promise<PersonRecord> {
    const row = await load(person, personId, knex);
    return presentPerson(row, audienceOf(person));
  }

  /** Load, hold, decide, save, record: every change to roles and employments. */
  function change(
    input: PersonChange & { version: number },
    use: (
      row: PersonRow,
      unit: Work,
    ) => Promise<{ type: string; after: unknown }>,
  ): Promise<PersonRecord> {
    const { person, actor, personId, version } = input;
    return work.run(actor, async unit => {
      const held = await advancePerson({
        trx: unit.trx,
        id: personId,
        version,
        now: unit.now,
      });
      const row = await load(person, personId, unit.trx);
      if (!held) {
        throw new StaleError({
          message: STALE,
          current: presentPerson(row, audienceOf(person)),
          reading: readingOf(personId),
        });
      }
      refuseErased(row);
      const { type, after } = await use(row, unit);
      unit.record({
        type,
        subject: `person:${personId}`,
        before: { employments: row.employments, grants: row.grants },
        after,
      });
      return show(person, personId, unit.trx);
    });
  }

  return {
    async search({ person, search }) {
      const audience = audienceOf(person);
      const { rows, nextCursor } = await searchPeople({
        knex: database,
        reader: audience,
        search,
      });
      return {
        items: rows.map(row => presentPersonSummary(row, audience)),
        ...(nextCursor ? { nextCursor } : {}),
      };
    },

    async find({ person, terms, limit }) {
      const reader = audienceOf(person);
      const rows = await findPeople({ knex: database, reader, terms, limit });
      return rows.map(row => presentPersonSummary(row, reader));
    },

    record: ({ person, actor, personId }) =>
      work.run(actor, async unit => {
        const record = await show(person, personId, unit.trx);
        unit.record({ ...readingOf(personId), publish: false });
        return record;
      }),

    create: ({ person, actor, registered }) =>
      work.run(actor, async unit => {
        const id = newId();
        const { trx } = unit;
        const outcome = await insertPerson({
          trx,
          id,
          registered,
          now: unit.now,
        });
        if (outcome === 'address-taken')
          throw fieldError('email', ADDRESS_TAKEN);
        unit.record({
          type: 'network.person-registered',
          subject: `person:${id}`,
          after: registered,
        });
        return show(person, id, trx);
      }),

    edit: ({ person, actor, personId, registered }) =>
      work.run(actor, async unit => {
        const { trx, now: moment } = unit;
        const { version, ...values } = registered;
        const row = await load(person, personId, trx);
        if (row.version !== version) {
          throw new StaleError({
            message: STALE,
            current: presentPerson(row, audienceOf(person)),
            reading: readingOf(personId),
          });
        }
        refuseErased(row);
        refuse(trainingProblem(row, values.training, londonDateOf(now())));
        const outcome = await updatePerson({
          trx,
          id: personId,
          version,
          registered: values,
          now: moment,
        });
        if (outcome === 'address-taken')
          throw fieldError('email', ADDRESS_TAKEN);
        const current = await show(person, personId, trx);
        if (outcome === 'not-current')
          throw new StaleError({
            message: STALE,
            current,
            reading: readingOf(personId),
          });
        unit.record({
          type: 'network.person-edited',
          subject: `person:${personId}`,
          before: row,
          after: values,
        });
        return current;
      }),

    endSessions: ({ person, actor, personId, reason }) =>
      work.run(actor, async unit => {
        refuseErased(await load(person, personId, unit.trx));
        await markSessionsEnded(unit, personId);
        unit.record({
          type: 'network.sessions-ended',
          subject: personSubject(personId),
          why: reason,
          publish: false,
        });
        return show(person, personId, unit.trx);
      }),

    startEmployment: input =>
      change(
        { ...input, version: input.employment.version },
        async (row, { trx }) => {
          const { employment } = input;
          const organisation = await findOrganisation({
            knex: trx,
            reader: audienceOf(input.person),
            organisationId: employment.organisationId,
          });
          if (!organisation || organisation.standing === 'left') {
            throw fieldError(
              'organisationId',
              'Choose an organisation that is in the network',
            );
          }
          refuse(employmentProblem(row, employment));
          const after = {
            id: newId(),
            organisationId: employment.organisationId,
            kind: employment.kind,
            startedOn: employment.startedOn,
            plannedEndOn: employment.plannedEndOn ?? null,
          };
          await insertEmployment({
            trx,
            personId: input.personId,
            employment: after,
          });
          return { type: 'network.employment-started', after };
        },
      ),

    endEmployment: input =>
      change(
        { ...input, version: input.ending.version },
        async (row, { trx }) => {
          const { employmentId, ending } = input;
          const part = row.employments.find(item => item.id === employmentId);
          if (!part) throw new NotFoundError();
          refuse(endEmploymentProblem(part, ending));
          const { endedOn, reason } = ending;
          await closeEmployment({ trx, employmentId, endedOn, reason });
          return {
            type: 'network.employment-ended',
            after: { employmentId, endedOn, reason },
          };
        },
      ),

    grantRole: input =>
      change(
        { ...input, version: input.grant.version },
        async (row, { trx }) => {
          const { grant, personId } = input;
          refuse(grantProblem(row, grant));
          const after = {
            id: newId(),
            role: grant.role,
            employmentId: grant.employmentId ?? null,
            fromOn: grant.fromOn,
            untilOn: grant.untilOn ?? null,
          };
          await insertGrant({ trx, personId, grant: after });
          return { type: 'network.role-granted', after };
        },
      ),

    endRole: input =>
      change(
        { ...input, version: input.ending.version },
        async (row, { trx }) => {
          const { grantId, ending } = input;
          const part = row.grants.find(item => item.id === grantId);
          if (!part) throw new NotFoundError();
          refuse(endRoleProblem(part, ending));
          await closeGrant({ trx, grantId, untilOn: ending.untilOn });
          return {
            type: 'network.role-ended',
            after: { grantId, untilOn: ending.untilOn },
          };
        },
      ),
  };
}

function refuse(problem: RuleProblem | undefined): void {
  if (problem) throw fieldError(problem.field, problem.message);
}

function refuseErased(row: PersonRow): void {
  if (!row.erased) return;
  throw new ConflictError(
    'The details of this person were erased. Register them anew if they come back.',
  );
}
