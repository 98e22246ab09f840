import { newId, type Role } from '@imsa-hub/core';
import type {
  OrganisationContext,
  PeopleDirectory,
  PersonContext,
} from '@imsa-hub/network-node';

/** The Hub's own organisation, at which most people of these tests work. */
export const NORTHGATE = newId();
/** An organisation that records are about; `conflicted` works there. */
export const HARBOUR = newId();
/** Another one, at which nobody here works. */
export const QUAYSIDE = newId();

const PEOPLE = {
  manager: { roles: ['hub-manager'] },
  coordinator: { roles: ['advice-coordinator'] },
  senior: { roles: ['senior-imsa'] },
  second: { roles: ['senior-imsa'] },
  regulated: { roles: ['senior-imsa'], regulatedForImmigration: true },
  conflicted: { roles: ['senior-imsa'], organisationIds: [HARBOUR] },
  conflictedManager: { roles: ['hub-manager'], organisationIds: [HARBOUR] },
  imsa: { roles: ['imsa'] },
  otherImsa: { roles: ['imsa'] },
  harbourImsa: { roles: ['imsa'], organisationIds: [HARBOUR] },
  officer: { roles: ['organisation-officer'] },
  supervisor: { roles: ['clinical-supervisor'] },
  board: { roles: ['advisory-board'] },
  analyst: { roles: ['meal-analyst'] },
  admin: { roles: ['platform-admin'] },
} as const satisfies Record<
  string,
  { roles: readonly Role[] } & Partial<PersonContext>
>;

/** Everybody in these tests, by name. */
export type TestPerson = keyof typeof PEOPLE;
export const EVERYBODY = Object.keys(PEOPLE) as TestPerson[];

/** One person in each role, held in memory so that a test can end a role. */
export function testPeople() {
  const people = new Map<TestPerson, PersonContext>(
    EVERYBODY.map(name => [name, aPerson(name)]),
  );
  const others: PersonContext[] = [];
  const names = new Map<string, string>(
    [...people].map(([name, { id }]) => [id, name] as const),
  );
  const person = (name: TestPerson): PersonContext => {
    const found = people.get(name);
    if (!found) throw new Error(`${name} is not active`);
    return found;
  };
  return {
    directory: directoryOf(() => [...people.values(), ...others]),
    person,
    id: (name: TestPerson) => person(name).id,
    /** The name in these tests of a person id. */
    nameOf: (id: string) => names.get(id) ?? id,
    /** Somebody besides, known by what the register calls them. */
    join(part: Partial<PersonContext>): PersonContext {
      const other = { ...aPerson('otherImsa'), ...part };
      others.push(other);
      names.set(other.id, other.displayName);
      return other;
    },
    /** Ends somebody's roles. */
    end: (name: TestPerson) => void people.delete(name),
    /** Changes what the register says of somebody. */
    change(name: TestPerson, part: Partial<PersonContext>) {
      people.set(name, { ...person(name), ...part });
    },
  };
}

/** See {@link testPeople}. */
export type TestPeople = ReturnType<typeof testPeople>;

function aPerson(name: TestPerson): PersonContext {
  const id = newId();
  return {
    id,
    entityRef: `user:default/${id}`,
    displayName: `The ${name}`,
    email: `${name.toLowerCase()}@hub.example`,
    employments: [],
    organisationIds: [NORTHGATE],
    regulatedForImmigration: false,
    training: 'accredited',
    nations: ['england'],
    specialisms: [],
    languages: ['en'],
    ...PEOPLE[name],
  };
}

const organisation = (
  id: string,
  name: string,
  sector: OrganisationContext['sector'] = 'ngo',
): OrganisationContext => ({
  id,
  name,
  sector,
  nation: 'england',
  area: 'Leeds',
  current: true,
});

function directoryOf(all: () => PersonContext[]): PeopleDirectory {
  const organisations = [
    organisation(NORTHGATE, 'Northgate', 'hub'),
    organisation(HARBOUR, 'Harbour'),
    organisation(QUAYSIDE, 'Quayside'),
  ];
  return {
    byEntityRef: ref => all().find(person => person.entityRef === ref),
    byId: id => all().find(person => person.id === id),
    all,
    withRole: role => all().filter(person => person.roles.includes(role)),
    nameOf: id =>
      all().find(person => person.id === id)?.displayName ?? 'Somebody',
    organisation: id => organisations.find(item => item.id === id),
    organisations: () => organisations,
    onChange: () => () => undefined,
    refresh: async () => undefined,
    ready: async () => undefined,
    admit: async () => undefined,
    endSessions: async () => undefined,
  };
}
