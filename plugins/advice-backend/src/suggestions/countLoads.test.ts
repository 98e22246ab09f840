import { applyCriteria } from '@imsa-hub/core-node';
import knexFactory, { type Knex } from 'knex';
import { adviceQueryRules } from '../access/QuerySight';
import { countLoads } from './countLoads';

let knex: Knex;
beforeAll(async () => {
  const connection = process.env.HUB_TEST_POSTGRES_URL;
  if (!connection) throw new Error('HUB_TEST_POSTGRES_URL is not set');
  // Temporary tables live on one connection.
  knex = knexFactory({ client: 'pg', connection, pool: { min: 1, max: 1 } });
  await knex.raw(`create temporary table query
    (id text, assignee_id text, open boolean, subject_organisation_id text,
     named_organisation_ids text[] not null default '{}')`);
  await knex('query').insert([
    { id: '1', assignee_id: 'ada', open: true, subject_organisation_id: null },
    {
      id: '2',
      assignee_id: 'ada',
      open: true,
      subject_organisation_id: 'north',
    },
    { id: '3', assignee_id: 'ada', open: false, subject_organisation_id: null },
    {
      id: '5',
      assignee_id: 'ada',
      open: true,
      subject_organisation_id: null,
      named_organisation_ids: ['west'],
    },
    { id: '4', assignee_id: 'bea', open: true, subject_organisation_id: null },
  ]);
});
afterAll(async () => knex?.destroy());

const loadsFor = (organisationIds: string[]) =>
  countLoads({
    knex,
    personIds: ['ada', 'cleo'],
    knowable: builder =>
      void applyCriteria(
        builder,
        {
          rule: 'NOT_CONFLICTED',
          resourceType: 'advice-query',
          params: { personId: 'reader', organisationIds },
        },
        adviceQueryRules,
      ),
  });

test('a load counts what is open, and what its reader may know of', async () => {
  expect([...(await loadsFor(['south']))]).toEqual([['ada', 3]]);
  expect([...(await loadsFor(['north']))]).toEqual([['ada', 2]]);
  expect([...(await loadsFor(['west']))]).toEqual([['ada', 2]]);
  expect([...(await loadsFor(['north', 'west']))]).toEqual([['ada', 1]]);
});
