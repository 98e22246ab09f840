import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import fc from 'fast-check';
import knexFactory, { type Knex } from 'knex';
import type { ConflictFacts, QueryFilter } from './ConflictFacts';
import { CONFLICT_RULES, conflictRules } from './conflictRules';
import {
  applyCriteria,
  meetsCriteria,
  type ConflictCriteria,
} from './criteria';

const NOW = new Date('2026-11-23T09:00:00.000Z');
const rules = conflictRules(
  createPermissionResourceRef<ConflictFacts, QueryFilter>().with({
    pluginId: 'advice',
    resourceType: 'advice-query',
  }),
  {
    subjectOrganisation: 'query.subject_organisation_id',
    namedOrganisations: 'query.named_organisation_ids',
    raisedBy: 'query.raised_by',
    id: 'query.id',
    recusalTable: 'recusal',
    recusalKey: 'query_id',
    breakGlassTable: 'break_glass',
    breakGlassKey: 'query_id',
    participantTable: 'participant',
    participantKey: 'query_id',
  },
  () => NOW,
);

let knex: Knex;
beforeAll(async () => {
  const connection = process.env.HUB_TEST_POSTGRES_URL;
  if (!connection) throw new Error('HUB_TEST_POSTGRES_URL is not set');
  // Temporary tables live on one connection.
  knex = knexFactory({ client: 'pg', connection, pool: { min: 1, max: 1 } });
  await knex.raw(`
    create temporary table query (id text, subject_organisation_id text,
      named_organisation_ids text[] not null default '{}', raised_by text);
    create temporary table recusal (query_id text, person_id text);
    create temporary table break_glass (query_id text, person_id text, until timestamptz);
    create temporary table participant (query_id text, person_id text, until timestamptz)`);
});
afterAll(async () => knex?.destroy());

const person = fc.constantFrom('ada', 'bea', "c'o");
const organisation = fc.constantFrom('north', 'south');
const factsOf: fc.Arbitrary<ConflictFacts> = fc.record({
  subjectOrganisationId: fc.option(organisation),
  namedOrganisationIds: fc.uniqueArray(organisation),
  raisedBy: fc.option(person),
  recusedIds: fc.uniqueArray(person),
  openedBy: fc.array(
    fc.record({
      personId: person,
      // One before, one at and one after the moment that counts.
      until: fc
        .constantFrom(-1, 0, 1)
        .map(ms => new Date(NOW.getTime() + ms).toISOString()),
    }),
    { maxLength: 3 },
  ),
  partIds: fc.uniqueArray(person),
});
const conditionOf: fc.Arbitrary<ConflictCriteria> = fc.record({
  rule: fc.constantFrom(...CONFLICT_RULES),
  resourceType: fc.constant('advice-query'),
  params: fc.record(
    { personId: person, organisationIds: fc.uniqueArray(organisation) },
    { requiredKeys: ['personId'] },
  ),
});
const { criteria: criteriaOf } = fc.letrec<{ criteria: ConflictCriteria }>(
  tie => {
    const several = fc
      .array(tie('criteria'), { minLength: 1, maxLength: 3 })
      .map(parts => parts as [ConflictCriteria, ...ConflictCriteria[]]);
    return {
      criteria: fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        conditionOf,
        several.map(allOf => ({ allOf })),
        several.map(anyOf => ({ anyOf })),
        tie('criteria').map(not => ({ not })),
      ),
    };
  },
);

async function store(records: readonly ConflictFacts[]): Promise<void> {
  await knex.raw('truncate query, recusal, break_glass, participant');
  for (const [index, facts] of records.entries()) {
    const id = String(index);
    await knex('query').insert({
      id,
      subject_organisation_id: facts.subjectOrganisationId,
      named_organisation_ids: facts.namedOrganisationIds,
      raised_by: facts.raisedBy,
    });
    const keyed = { query_id: id };
    if (facts.recusedIds.length > 0) {
      await knex('recusal').insert(
        facts.recusedIds.map(personId => ({ ...keyed, person_id: personId })),
      );
    }
    for (const personId of ['ada', 'bea', "c'o"]) {
      // Somebody whose part has ended has none.
      const ended = facts.partIds?.includes(personId) ? null : NOW;
      await knex('participant').insert({
        ...keyed,
        person_id: personId,
        until: ended,
      });
    }
    if (facts.openedBy.length > 0) {
      await knex('break_glass').insert(
        facts.openedBy.map(({ personId, until }) => ({
          ...keyed,
          person_id: personId,
          until,
        })),
      );
    }
  }
}

const select = async (criteria: ConflictCriteria): Promise<string[]> =>
  applyCriteria(knex('query'), criteria, rules).pluck('query.id');

test('the query and the record at hand agree, whatever the criteria', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(factsOf, { minLength: 1, maxLength: 6 }),
      fc.array(criteriaOf, { minLength: 5, maxLength: 5 }),
      async (records, several) => {
        await store(records);
        for (const criteria of several) {
          const expected = records
            .map((facts, index) => ({ facts, id: String(index) }))
            .filter(({ facts }) => meetsCriteria(facts, criteria, rules))
            .map(({ id }) => id);
          const found = await select(criteria);
          seen += found.length;
          expect(found.sort()).toEqual(expected);
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(seen).toBeGreaterThan(0);
}, 60_000);

const params = { personId: 'ada', organisationIds: ['north'] };
const facts: ConflictFacts = {
  subjectOrganisationId: 'north',
  raisedBy: 'ada',
  recusedIds: ['ada'],
  openedBy: [{ personId: 'ada', until: '2026-11-23T09:00:00.001Z' }],
  partIds: ['ada'],
};
const nothing: ConflictFacts = {
  subjectOrganisationId: null,
  raisedBy: null,
  recusedIds: [],
  openedBy: [],
};

test.each([
  ['RAISED_BY', true, false],
  ['NOT_CONFLICTED', false, true],
  ['NOT_RECUSED', false, true],
  ['GLASS_BROKEN', true, false],
  ['TAKES_PART', true, false],
])('%s says what it is called', (rule, ofAll, ofNothing) => {
  const criteria = { rule, resourceType: 'advice-query', params };
  expect(meetsCriteria(facts, criteria, rules)).toBe(ofAll);
  expect(meetsCriteria(nothing, criteria, rules)).toBe(ofNothing);
});

test('an unknown rule and malformed parameters open nothing', async () => {
  const unknown = { rule: 'toString', resourceType: 'advice-query', params };
  const malformed = {
    rule: 'RAISED_BY',
    resourceType: 'advice-query',
    params: { personId: 'ada', anything: true },
  };
  for (const criteria of [unknown, malformed]) {
    expect(() => meetsCriteria(facts, criteria, rules)).toThrow();
    await expect(async () => select(criteria)).rejects.toThrow();
  }
});
