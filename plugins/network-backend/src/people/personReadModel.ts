import {
  languageName,
  NATION_NAMES,
  sortName,
  SPECIALISM_NAMES,
} from '@imsa-hub/core';
import type { PeopleSearch } from '@imsa-hub/network-common';
import { containing, namedWith } from '@imsa-hub/search-node';
import type { Knex } from 'knex';
import { DIRECTORY_ROLES, type ReadingScope } from '../access/readingScope';
import {
  holdsRoleToday,
  holdsToday,
  OWN_ORGANISATIONS,
} from '../access/currentSql';
import type { Reader } from '../organisations/organisationReadModel';
import { namePage, readNamePlace } from '../shared/namePage';
import { fieldError } from '../shared/fieldError';
import { PERSON_COLUMNS, type PersonRow } from './personRow';

const DIRECTORY_ROLE_LIST = DIRECTORY_ROLES.map(role => `'${role}'`).join(', ');

// Who each scope sees, as a condition on `p`. Deny by default.
const VISIBLE: Readonly<Record<ReadingScope, string>> = {
  register: 'true',
  hub: holdsRoleToday('p.id'),
  directory: holdsRoleToday('p.id', `held.role in (${DIRECTORY_ROLE_LIST})`),
  employer: holdsRoleToday(
    'p.id',
    `held.role = 'imsa' and base.organisation_id in ${OWN_ORGANISATIONS}`,
  ),
  none: 'false',
};

// A filter on what a reader cannot see would tell it all the same.
const ROLE_FILTER: Readonly<Record<ReadingScope, string>> = {
  register: 'true',
  hub: 'true',
  directory: `held.role in (${DIRECTORY_ROLE_LIST})`,
  employer: 'false',
  none: 'false',
};

// An officer is not told of a second employer either.
const EMPLOYER_FILTER: Readonly<Record<ReadingScope, string>> = {
  register: 'true',
  hub: 'true',
  directory: 'true',
  employer: `at.organisation_id in ${OWN_ORGANISATIONS}`,
  none: 'false',
};

/** One page of the people a reader may see, by name. */
export async function searchPeople(options: {
  knex: Knex;
  reader: Reader;
  search: PeopleSearch;
}): Promise<{ rows: readonly PersonRow[]; nextCursor?: string }> {
  const { knex, reader, search } = options;
  refuseBlindFilters(reader.scope, search);
  const after = readNamePlace({ cursor: search.cursor, field: 'body.cursor' });
  const former = reader.scope === 'register' && search.includeFormer;
  const { rows } = await knex.raw<{ rows: PersonRow[] }>(
    `select ${PERSON_COLUMNS} from person p
     where ${VISIBLE[reader.scope]}
       and (:former::boolean or ${holdsRoleToday('p.id')})
       and (:needle::text is null or p.sort_name like :needle)
       and (:role::text is null or ${holdsRoleToday(
         'p.id',
         `held.role = :role and ${ROLE_FILTER[reader.scope]}`,
       )})
       and (:organisationId::text is null or exists (
         select 1 from employment at
         where at.person_id = p.id and at.organisation_id = :organisationId
           and ${EMPLOYER_FILTER[reader.scope]}
           and (:former::boolean
             or ${holdsToday('at.started_on', 'at.ended_on')})))
       and (:specialism::text is null or :specialism = any (p.specialisms))
       and (:nation::text is null or :nation = any (p.nations))
       and (:afterName::text is null
         or (p.sort_name, p.id) > (:afterName, :afterId))
     order by p.sort_name, p.id limit :limit`,
    {
      readerId: reader.readerId,
      today: reader.today,
      former,
      needle:
        search.name === undefined ? null : containing(sortName(search.name)),
      role: search.role ?? null,
      organisationId: search.organisationId ?? null,
      specialism: search.specialism ?? null,
      nation: search.nation ?? null,
      afterName: after.sortName,
      afterId: after.id,
      limit: search.limit + 1,
    },
  );
  return namePage(rows, search.limit);
}

// What each reader is shown of people is all they can find them by.
const FINDS_BY_NAME_ONLY: readonly ReadingScope[] = ['employer', 'none'];

/**
 * Active people a reader may see, by name: each term stands in the name or
 * begins a word of a specialism, language or nation that the reader is shown.
 */
export async function findPeople(options: {
  knex: Knex;
  reader: Reader;
  terms: readonly string[];
  limit: number;
}): Promise<readonly PersonRow[]> {
  const { knex, reader, terms, limit } = options;
  const byName = FINDS_BY_NAME_ONLY.includes(reader.scope);
  const spoken = byName ? {} : await languagesSpoken(knex);
  const matches = terms.map((term, at) => ({
    sql: `(p.sort_name like :name${at}
      or p.specialisms && :specialisms${at}::text[]
      or p.languages && :languages${at}::text[]
      or p.nations && :nations${at}::text[])`,
    bindings: {
      [`name${at}`]: containing(term),
      [`specialisms${at}`]: byName ? [] : namedWith(SPECIALISM_NAMES, term),
      [`languages${at}`]: namedWith(spoken, term),
      [`nations${at}`]: byName ? [] : namedWith(NATION_NAMES, term),
    },
  }));
  const { rows } = await knex.raw<{ rows: PersonRow[] }>(
    `select ${PERSON_COLUMNS} from person p
     where ${VISIBLE[reader.scope]} and ${holdsRoleToday('p.id')}
       ${matches.map(({ sql }) => `and ${sql}`).join('\n')}
     order by p.sort_name, p.id limit :limit`,
    Object.assign(
      { readerId: reader.readerId, today: reader.today, limit },
      ...matches.map(({ bindings }) => bindings),
    ),
  );
  return rows;
}

async function languagesSpoken(knex: Knex): Promise<Record<string, string>> {
  const { rows } = await knex.raw<{ rows: Array<{ code: string }> }>(
    'select distinct unnest(languages) as code from person',
  );
  return Object.fromEntries(rows.map(({ code }) => [code, languageName(code)]));
}

/** One person, if this reader may see them. */
export async function findPerson(options: {
  knex: Knex;
  reader: Reader;
  personId: string;
}): Promise<PersonRow | undefined> {
  const { knex, reader, personId } = options;
  const { rows } = await knex.raw<{ rows: PersonRow[] }>(
    `select ${PERSON_COLUMNS} from person p
     where p.id = :personId and ${VISIBLE[reader.scope]}`,
    { personId, readerId: reader.readerId, today: reader.today },
  );
  return rows[0];
}

function refuseBlindFilters(scope: ReadingScope, search: PeopleSearch): void {
  if (scope !== 'employer') return;
  const message = 'You can search by name and organisation only';
  if (search.specialism !== undefined) throw fieldError('specialism', message);
  if (search.nation !== undefined) throw fieldError('nation', message);
  if (search.role !== undefined) throw fieldError('role', message);
}
