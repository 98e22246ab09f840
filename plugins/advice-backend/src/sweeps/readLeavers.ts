import { adviceAnswerPermission } from '@imsa-hub/advice-common';
import { eachNamed } from '@imsa-hub/core-node';
import { isRegisterKnown } from '@imsa-hub/network-node';
import type { Knex } from 'knex';
import type { AdviceContext } from '../AdviceContext';

/** Register ids of people who hold work of these kinds and cannot any more. */
export interface Leavers {
  assignees: string[];
  secondReaders: string[];
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
  };
}

/** Whether somebody cannot hold work any more; nobody, without the register. */
export function hasLeft({ hub }: AdviceContext, personId: string): boolean {
  if (!isRegisterKnown(hub.people)) return false;
  const person = hub.people.byId(personId);
  return !person || !hub.permissions.may(person, adviceAnswerPermission);
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
