import {
  CalendarDateSchema,
  NationSchema,
  RoleSchema,
  SpecialismSchema,
  sortName,
} from '@imsa-hub/core';
import {
  EmailSchema,
  EmploymentKindSchema,
  isWithinEmployment,
  LanguageSchema,
  OrganisationNameSchema,
  PersonNameSchema,
  plannedTermProblem,
  RegulationNumberSchema,
  RegulatorSchema,
  TrainingSchema,
  type Regulation,
} from '@imsa-hub/network-common';
import { roleFitsProblem } from '../people/personRules';
import type { PeoplePlan, PersonToImport, RegisterToday } from './importPlan';
import { readCsv } from './readCsv';
import { RowReader } from './RowReader';

/** Columns of a file of people; several values are separated by semicolons. */
export const PEOPLE_CSV_COLUMNS = [
  'name',
  'email',
  'training',
  'roles',
  'organisation',
  'kind',
  'started_on',
  'planned_end_on',
  'nations',
  'specialisms',
  'languages',
  'regulator',
  'regulation_number',
  'regulated_until',
] as const;

type Employment = PersonToImport['employment'];

/** Reads a file of people against the register. Pure. */
export function planPeople(csv: string, register: RegisterToday): PeoplePlan {
  const file = readCsv({
    csv,
    columns: PEOPLE_CSV_COLUMNS,
    required: ['name', 'email', 'training'],
  });
  const plan: PeoplePlan = {
    rows: file.rows.length,
    problems: [...file.problems],
    items: [],
  };
  const seen = new Map<string, number>();
  for (const row of file.rows) {
    const reader = new RowReader(row);
    const item = planPerson({ reader, register, seen });
    plan.problems.push(...reader.problems);
    if (item && reader.problems.length === 0) plan.items.push(item);
  }
  return plan;
}

function planPerson(options: {
  reader: RowReader;
  register: RegisterToday;
  seen: Map<string, number>;
}): PersonToImport | undefined {
  const { reader, register, seen } = options;
  const displayName = reader.required(
    'name',
    PersonNameSchema,
    'Enter the name',
  );
  const email = reader.required(
    'email',
    EmailSchema,
    'Enter the e-mail address',
  );
  if (email !== undefined) {
    const earlier = seen.get(email);
    if (earlier !== undefined)
      reader.problem('email', `This is the same address as in row ${earlier}`);
    else if (register.emails.has(email))
      reader.problem(
        'email',
        'Somebody is registered with this address already',
      );
    else seen.set(email, reader.number);
  }
  const training = reader.required(
    'training',
    TrainingSchema,
    'Enter accredited, trainee or not-an-imsa',
  );
  const roles = reader.several('roles', RoleSchema);
  const employment = readEmployment(reader, register);
  for (const role of roles) {
    if (training === undefined) break;
    const kind = isWithinEmployment(role) ? employment?.kind : undefined;
    // Where the employment itself is wrong, that has been said.
    if (isWithinEmployment(role) && !employment && reader.has('organisation'))
      continue;
    const problem = roleFitsProblem({ role, training, kind });
    if (problem) {
      const missing = isWithinEmployment(role) && !employment;
      reader.problem(
        missing ? 'organisation' : 'roles',
        missing
          ? `Enter the organisation: the role ${role} needs one`
          : problem,
      );
    }
  }
  const nations = reader.several('nations', NationSchema);
  const specialisms = reader.several('specialisms', SpecialismSchema);
  const languages = reader.several('languages', LanguageSchema);
  const regulation = readRegulation(reader);
  if (!displayName || !email || !training) return undefined;
  return {
    registered: {
      displayName,
      email,
      training,
      nations,
      specialisms,
      languages,
      ...(regulation ? { regulation } : {}),
    },
    employment,
    roles,
    fromOn: employment?.startedOn ?? register.today,
  };
}

function readEmployment(
  reader: RowReader,
  register: RegisterToday,
): Employment {
  const name = reader.optional('organisation', OrganisationNameSchema);
  if (!reader.has('organisation')) {
    for (const column of ['kind', 'started_on', 'planned_end_on']) {
      if (reader.has(column))
        reader.problem(
          'organisation',
          `Enter the organisation, or leave ${column} blank`,
        );
    }
    return undefined;
  }
  const organisation =
    name === undefined ? undefined : register.organisations.get(sortName(name));
  if (name !== undefined && !organisation) {
    reader.problem(
      'organisation',
      'This organisation is not in the register: check how it is written, or import organisations first',
    );
  }
  if (organisation?.left)
    reader.problem('organisation', 'This organisation has left the network');
  const kind = reader.required(
    'kind',
    EmploymentKindSchema,
    'Enter secondment, external or staff',
  );
  const startedOn = reader.required(
    'started_on',
    CalendarDateSchema,
    'Enter the date the employment began',
  );
  const plannedEndOn = reader.optional('planned_end_on', CalendarDateSchema);
  if (!kind || !startedOn) return undefined;
  const unread = reader.has('planned_end_on') && plannedEndOn === undefined;
  const term = plannedTermProblem({ kind, startedOn, plannedEndOn });
  if (term && !unread) reader.problem('planned_end_on', term);
  if (!organisation) return undefined;
  return { organisationId: organisation.id, kind, startedOn, plannedEndOn };
}

function readRegulation(reader: RowReader): Regulation | undefined {
  const columns = ['regulator', 'regulation_number', 'regulated_until'];
  if (!columns.some(column => reader.has(column))) return undefined;
  const regulator = reader.required(
    'regulator',
    RegulatorSchema,
    'Enter who licenses this person',
  );
  const number = reader.required(
    'regulation_number',
    RegulationNumberSchema,
    'Enter the registration number',
  );
  const validUntil = reader.required(
    'regulated_until',
    CalendarDateSchema,
    'Enter the last day the licence holds',
  );
  return regulator && number && validUntil
    ? { regulator, number, validUntil }
    : undefined;
}
