import type { Hub } from '@imsa-hub/launch';
import knexFactory, { type Knex } from 'knex';

/** A look at the database from outside, as its superuser. */
export async function lookAtDatabase<T>(
  hub: Hub,
  look: (knex: Knex) => Promise<T>,
): Promise<T> {
  const knex = knexFactory({
    client: 'pg',
    connection: { ...hub.services.postgres.superuser },
    pool: { min: 0, max: 1 },
  });
  try {
    return await look(knex);
  } finally {
    await knex.destroy();
  }
}
