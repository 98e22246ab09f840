import { newId } from '@imsa-hub/core';
import { applyCriteria } from '@imsa-hub/core-node';
import { createTestDatabase, type TestDatabase } from '@imsa-hub/testing';
import path from 'node:path';
import { adviceQueryRules } from '../access/QuerySight';
import { countLoads } from './countLoads';

let database: TestDatabase;
beforeAll(async () => {
  const migrations = path.resolve(__dirname, '../../migrations');
  database = await createTestDatabase({
    schemas: [{ schema: 'advice', migrations }],
  });
});
afterAll(() => database?.destroy());

const aQuery = (given: object) => {
  const id = newId();
  return {
    id,
    reference: id,
    status: 'in-hand',
    request_key: id,
    channel: 'phone',
    asker_kind: 'survivor',
    received_at: new Date(),
    nation: 'wales',
    areas: [],
    language: 'en',
    interpreter: 'not-needed',
    safety: '{}',
    assignee_id: 'ada',
    urgency_band: 'soon',
    urgency_reasons: '[]',
    rank: 1,
    first_reply_due_at: new Date(),
    resolution_due_at: new Date(),
    due_at: new Date(),
    sealed_question: '',
    sealed_who_can_act: '',
    sealed_safe_contact: '',
    sealed_about_service: '',
    ...given,
  };
};

test('a load counts what is open, and what its reader may know of', async () => {
  const knex = database.app('advice');
  await knex('query').insert([
    aQuery({}),
    aQuery({ subject_organisation_id: 'north' }),
    aQuery({ status: 'closed' }),
    aQuery({ assignee_id: 'bea' }),
  ]);
  const loadsFor = async (organisationIds: string[]) =>
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
  expect([...(await loadsFor(['south']))]).toEqual([['ada', 2]]);
  expect([...(await loadsFor(['north']))]).toEqual([['ada', 1]]);
});
