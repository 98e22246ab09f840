import { adviceAnswerPermission } from '@imsa-hub/advice-common';
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

/**
 * Each person whom a column of the queue names, once. PostgreSQL reads every
 * row for a plain "distinct", so this steps through the index instead: from one
 * name to the next, one look-up for each person and not for each query.
 */
export function namedInQueries(
  knex: Knex,
  column: keyof typeof COVERED,
): Knex.QueryBuilder {
  const next = (after: string) => `(
    select ${column} as id from query
    where ${COVERED[column]} and ${column} ${after}
    order by ${column} limit 1)`;
  return knex
    .withRecursive(
      'named',
      knex.raw(`
        ${next('is not null')}
        union all
        select ${next('> named.id')} from named where named.id is not null`),
    )
    .from('named')
    .whereNotNull('id')
    .select('id');
}
