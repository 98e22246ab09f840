import {
  NATION_NAMES,
  ROLE_NAMES,
  languageName,
  londonDateOf,
  SPECIALISM_NAMES,
} from '@imsa-hub/core';
import {
  EMPLOYMENT_KIND_NAMES,
  END_REASON_NAMES,
  REGULATOR_NAMES,
  TRAINING_NAMES,
} from '@imsa-hub/network-common';
import type { SubjectRecords, SubjectSection } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import { PERSON_COLUMNS, type PersonRow } from '../people/personRow';

/** What the register holds on a person. The service erases it itself. */
export function createRegisterRecords(database: Knex): SubjectRecords {
  return {
    plugin: 'network',
    async export({ personId }) {
      const { rows } = await database.raw<{ rows: PersonRow[] }>(
        `select ${PERSON_COLUMNS} from person p where p.id = :personId`,
        { personId, today: londonDateOf(new Date()) },
      );
      const [row] = rows;
      if (!row) return [];
      const signedOut = await database('person')
        .where({ id: personId })
        .first<{ sessions_ended_at: Date | null }>('sessions_ended_at');
      const identities = await database('identity')
        .where({ person_id: personId })
        .orderBy('bound_at')
        .select('issuer', 'subject', 'bound_at');
      return [
        person(row, signedOut?.sessions_ended_at ?? null),
        employments(row),
        roles(row),
        {
          id: 'identities',
          title: 'Accounts to sign in with',
          fields: {
            issuer: 'Sign-in service',
            subject: 'Account there',
            boundAt: 'Since',
          },
          rows: identities.map(({ issuer, subject, bound_at }) => ({
            issuer,
            subject,
            boundAt: (bound_at as Date).toISOString(),
          })),
        },
      ];
    },
    // Nobody in the register is hidden from those who keep it, and what
    // somebody did there they know.
    mayKnow: async (_, subjects) => subjects,
  };
}

function person(row: PersonRow, signedOutAt: Date | null): SubjectSection {
  return {
    id: 'person',
    title: 'In the register',
    fields: {
      id: 'Reference',
      name: 'Name',
      email: 'E-mail address',
      training: 'Training',
      nations: 'Nations',
      specialisms: 'Specialisms',
      languages: 'Languages',
      regulator: 'Regulator',
      regulationNumber: 'Registration number',
      regulatedUntil: 'Licence holds until',
      signedOutAt: 'Signed out last',
    },
    rows: [
      {
        id: row.id,
        name: row.display_name,
        email: row.email,
        training: TRAINING_NAMES[row.training],
        nations: row.nations.map(nation => NATION_NAMES[nation]),
        specialisms: row.specialisms.map(area => SPECIALISM_NAMES[area]),
        languages: row.languages.map(languageName),
        regulator: row.regulator && REGULATOR_NAMES[row.regulator],
        regulationNumber: row.regulation_number,
        regulatedUntil: row.regulated_until,
        signedOutAt: signedOutAt?.toISOString() ?? null,
      },
    ],
  };
}

function employments(row: PersonRow): SubjectSection {
  return {
    id: 'employments',
    title: 'Employments',
    fields: {
      organisation: 'Organisation',
      kind: 'Kind',
      startedOn: 'From',
      plannedEndOn: 'Planned until',
      endedOn: 'Ended on',
      endReason: 'Why it ended',
    },
    rows: row.employments.map(part => ({
      organisation: part.organisationName,
      kind: EMPLOYMENT_KIND_NAMES[part.kind],
      startedOn: part.startedOn,
      plannedEndOn: part.plannedEndOn,
      endedOn: part.endedOn,
      endReason: part.endReason && END_REASON_NAMES[part.endReason],
    })),
  };
}

function roles(row: PersonRow): SubjectSection {
  return {
    id: 'roles',
    title: 'Roles',
    fields: { role: 'Role', fromOn: 'From', untilOn: 'Until' },
    rows: row.grants.map(part => ({
      role: ROLE_NAMES[part.role],
      fromOn: part.fromOn,
      untilOn: part.untilOn,
    })),
  };
}
