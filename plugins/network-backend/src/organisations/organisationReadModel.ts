import { NATION_NAMES } from '@imsa-hub/core';
import type { OrganisationListQuery } from '@imsa-hub/network-common';
import { containing, namedWith } from '@imsa-hub/search-node';
import type { Knex } from 'knex';
import type { OrganisationRow } from './organisationRow';
import { ORGANISATION_COLUMNS } from './organisationRow';
import type { ReadingScope } from '../access/readingScope';
import { OWN_ORGANISATIONS } from '../access/currentSql';
import { namePage, readNamePlace } from '../shared/namePage';

/** Who reads, how much of the register, and on which day. */
export interface Reader {
  readerId: string;
  scope: ReadingScope;
  /** `YYYY-MM-DD` in Europe/London. */
  today: string;
}

// What each scope sees, as a condition on `o`. Deny by default.
const VISIBLE: Readonly<Record<ReadingScope, string>> = {
  register: 'true',
  hub: 'true',
  directory: "o.standing = 'current'",
  employer: `o.id in ${OWN_ORGANISATIONS}`,
  none: 'false',
};

/** One page of the organisations a reader may see, by name. */
export async function listOrganisations(options: {
  knex: Knex;
  reader: Reader;
  query: OrganisationListQuery;
}): Promise<{ rows: readonly OrganisationRow[]; nextCursor?: string }> {
  const { knex, reader, query } = options;
  const after = readNamePlace({ cursor: query.cursor, field: 'query.cursor' });
  const { rows } = await knex.raw<{ rows: OrganisationRow[] }>(
    `select ${ORGANISATION_COLUMNS} from organisation o
     where ${VISIBLE[reader.scope]}
       and (:nation::text is null or o.nation = :nation)
       and (:sector::text is null or o.sector = :sector)
       and (:afterName::text is null
         or (o.sort_name, o.id) > (:afterName, :afterId))
     order by o.sort_name, o.id limit :limit`,
    {
      readerId: reader.readerId,
      today: reader.today,
      nation: query.nation ?? null,
      sector: query.sector ?? null,
      afterName: after.sortName,
      afterId: after.id,
      limit: query.limit + 1,
    },
  );
  return namePage(rows, query.limit);
}

/** Organisations a reader may see, with each term in name, area or nation. */
export async function findOrganisations(options: {
  knex: Knex;
  reader: Reader;
  terms: readonly string[];
  limit: number;
}): Promise<readonly OrganisationRow[]> {
  const { knex, reader, terms, limit } = options;
  const matches = terms.map((term, at) => ({
    sql: `(o.sort_name like :part${at} or lower(o.area) like :part${at}
      or o.nation = any (:nations${at}::text[]))`,
    bindings: {
      [`part${at}`]: containing(term),
      [`nations${at}`]: namedWith(NATION_NAMES, term),
    },
  }));
  const { rows } = await knex.raw<{ rows: OrganisationRow[] }>(
    `select ${ORGANISATION_COLUMNS} from organisation o
     where ${VISIBLE[reader.scope]}
       ${matches.map(({ sql }) => `and ${sql}`).join('\n')}
     order by o.sort_name, o.id limit :limit`,
    Object.assign(
      { readerId: reader.readerId, today: reader.today, limit },
      ...matches.map(({ bindings }) => bindings),
    ),
  );
  return rows;
}

/** One organisation, if this reader may see it. */
export async function findOrganisation(options: {
  knex: Knex;
  reader: Reader;
  organisationId: string;
}): Promise<OrganisationRow | undefined> {
  const { knex, reader, organisationId } = options;
  const { rows } = await knex.raw<{ rows: OrganisationRow[] }>(
    `select ${ORGANISATION_COLUMNS} from organisation o
     where o.id = :organisationId and ${VISIBLE[reader.scope]}`,
    { organisationId, readerId: reader.readerId, today: reader.today },
  );
  return rows[0];
}
