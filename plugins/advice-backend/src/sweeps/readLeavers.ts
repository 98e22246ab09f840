import { adviceAnswerPermission } from '@imsa-hub/advice-common';
import { eachNamed } from '@imsa-hub/core-node';
import { isRegisterKnown } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { SightFacts } from '../access/QuerySight';
import type { AdviceContext } from '../AdviceContext';

/** Who cannot hold work any more. */
export interface Leavers {
  /** Register ids of people who hold work and answer advice no more. */
  assignees: string[];
  secondReaders: string[];
  /** Where everybody works, as two columns: register ids of persons and organisations. */
  works: { people: string[]; organisations: string[] };
}

/** Who holds open work, or is to read a reply, and answers advice no more. */
export async function readLeavers(context: AdviceContext): Promise<Leavers> {
  const { database } = context.hub;
  const gone = async (read: Knex.QueryBuilder) => {
    const ids: string[] = await read.pluck('id');
    return ids.filter(id => hasLeft(context, id));
  };
  return {
    assignees: await gone(namedInQueries(database, 'assignee_id')),
    secondReaders: await gone(namedInQueries(database, 'second_reader_id')),
    works: whereAllWork(context),
  };
}

function whereAllWork({ hub }: AdviceContext): Leavers['works'] {
  const pairs = hub.people
    .all()
    .flatMap(({ id, organisationIds }) =>
      organisationIds.map(organisation => ({ id, organisation })),
    );
  return {
    people: pairs.map(({ id }) => id),
    organisations: pairs.map(({ organisation }) => organisation),
  };
}

/** Whether somebody answers advice no more; nobody, without the register. */
function hasLeft({ hub }: AdviceContext, personId: string): boolean {
  if (!isRegisterKnown(hub.people)) return false;
  const person = hub.people.byId(personId);
  return !person || !hub.permissions.may(person, adviceAnswerPermission);
}

/**
 * Whether somebody cannot go on with a query: they left, or it turned out to be
 * about an organisation that they work for. Nobody, without the register.
 */
export function isOut(
  context: AdviceContext,
  personId: string,
  row: SightFacts,
): boolean {
  if (hasLeft(context, personId)) return true;
  const person = context.hub.people.byId(personId);
  return person !== undefined && !context.sight.mayWorkOn(person, row);
}

/** The part of the queries that each of the two indexes covers. */
const COVERED = {
  assignee_id: 'open',
  second_reader_id: `status = 'with-second-reader'`,
} as const;

/** Each person whom a column of the queue names, once. */
export function namedInQueries(
  knex: Knex,
  column: keyof typeof COVERED,
): Knex.QueryBuilder {
  return eachNamed({ knex, table: 'query', column, covered: COVERED[column] });
}
