import type { Knex } from 'knex';
import type { RegisterToday } from './importPlan';

/** Reads what an import is checked against. */
export async function readRegisterToday(
  knex: Knex,
  today: string,
): Promise<RegisterToday> {
  const people = await knex('person').select<Array<{ email: string }>>('email');
  const organisations = await knex('organisation').select<
    Array<{ id: string; sort_name: string; standing: string }>
  >('id', 'sort_name', 'standing');
  return {
    emails: new Set(people.map(row => row.email.toLowerCase())),
    organisations: new Map(
      organisations.map(row => [
        row.sort_name,
        { id: row.id, left: row.standing === 'left' },
      ]),
    ),
    today,
  };
}
