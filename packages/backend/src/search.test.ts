import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { createPermission } from '@backstage/plugin-permission-common';
import { newId, type Role } from '@imsa-hub/core';
import {
  EMPLOYED,
  ALONE,
} from '@imsa-hub/network-backend/src/testing/aPilotRegister';
import type { SearchAnswer } from '@imsa-hub/search-common';
import { searchSourcesServiceRef } from '@imsa-hub/search-node';
import type { Knex } from 'knex';
import { aQuery } from './testing/aQuery';
import { startTestHub, type TestHub } from './testing/startTestHub';

/** A plugin that nothing here knows, which adds sources. */
const strangersPlugin = createBackendPlugin({
  pluginId: 'strangers',
  register(env) {
    env.registerInit({
      deps: { search: searchSourcesServiceRef },
      async init({ search }) {
        const source = { title: 'Tides', order: 1 };
        search.add({
          ...source,
          kind: 'tides',
          door: 'signed-in',
          find: async ({ terms, limit }) =>
            terms.includes('tide')
              ? Array.from({ length: limit }, (_, at) => ({
                  title: `Tide ${at}`,
                  detail: 'High water',
                  path: `/tides/${at}`,
                }))
              : [],
        });
        search.add({
          ...source,
          kind: 'broken-tides',
          door: 'signed-in',
          find: async ({ terms }) => {
            if (terms.includes('storm')) throw new Error('secret detail');
            return [];
          },
        });
        search.add({
          ...source,
          kind: 'slow-tides',
          door: 'signed-in',
          find: async ({ terms }) =>
            terms.includes('storm') ? new Promise(() => undefined) : [],
        });
        search.add({
          ...source,
          kind: 'closed-tides',
          door: createPermission({ name: 'strangers.use', attributes: {} }),
          find: async () => [{ title: 'Hidden', detail: '', path: '/tides' }],
        });
      },
    });
  },
});

let hub: TestHub;
let advice: Knex;
const ids: Record<string, string> = {};
const queries: Record<string, string> = {};

beforeAll(async () => {
  hub = await startTestHub({
    features: [strangersPlugin],
    settings: { search: { longestWaitMs: 700 } },
    async fill(register) {
      const northgate = await register.organisation('Northgate');
      const harbour = await register.organisation('Harbour Trust', {
        nation: 'scotland',
        area: 'Dundee',
      });
      await register.organisation('Harbour Past', {
        standing: 'left',
        left_on: '2026-01-01',
      });
      const values = { specialisms: ['public-law'], languages: ['vi'] };
      for (const [name, role] of EMPLOYED) {
        const added = await register.active(
          `P ${name}`,
          role,
          northgate,
          name === 'imsa' ? values : {},
        );
        ids[name] = added.personId;
      }
      for (const [name, role] of ALONE) {
        ids[name] = await register.person(`P ${name}`);
        await register.role(ids[name], role, null);
      }
      const outside = await register.active(
        'P outside',
        'senior-imsa',
        harbour,
      );
      ids.outside = outside.personId;
      advice = register.database.app('advice');
      queries.own = await aQuery(advice, {
        reference: 'ADV-AAA222',
        raised_by: ids.imsa,
        nation: 'wales',
        tier: 'full-advocacy',
      });
      queries.other = await aQuery(advice, {
        reference: 'ADV-BBB333',
        areas: ['family-law'],
      });
      queries.conflicted = await aQuery(advice, {
        reference: 'ADV-CCC444',
        areas: ['fraud-and-debt'],
        subject_organisation_id: northgate,
      });
      queries.recused = await aQuery(advice, { reference: 'ADV-DDD555' });
      await advice.table('recusal').insert({
        query_id: queries.recused,
        person_id: ids.senior,
        at: new Date(),
      });
    },
  });
});
afterAll(() => hub.stop());

const find = async (who: string, words: string, kind?: string) => {
  const answer = await hub.call('post', '/api/search/find', ids[who], {
    words,
    kind,
  });
  expect(answer.status).toBe(200);
  return answer.body as SearchAnswer;
};
const kindsOf = (answer: SearchAnswer) =>
  answer.groups.map(group => group.kind).filter(kind => !/tides/.test(kind));
const titles = (answer: SearchAnswer, kind: string) =>
  answer.groups.find(group => group.kind === kind)?.hits.map(hit => hit.title);
const references = async (who: string, words: string) =>
  titles(await find(who, words), 'advice-queries');

const EVERYBODY = ['places'];
const RECORDS = ['advice-queries', 'complex-cases'];
const NETWORK = ['network-people', 'network-organisations'];
test.each<[string, Role, string[]]>([
  ['manager', 'hub-manager', [...RECORDS, ...NETWORK, 'advice-templates']],
  [
    'coordinator',
    'advice-coordinator',
    [...RECORDS, ...NETWORK, 'advice-templates'],
  ],
  ['senior', 'senior-imsa', [...RECORDS, ...NETWORK, 'advice-templates']],
  ['imsa', 'imsa', [...RECORDS, ...NETWORK]],
  ['officer', 'organisation-officer', NETWORK],
  ['supervisor', 'clinical-supervisor', []],
  ['board', 'advisory-board', []],
  ['analyst', 'meal-analyst', []],
  ['admin', 'platform-admin', []],
])(
  '%s (%s) is asked these kinds, whatever the words',
  async (who, _, kinds) => {
    for (const words of ['ADV-CCC444', 'zzzzzz']) {
      expect(kindsOf(await find(who, words))).toEqual([...EVERYBODY, ...kinds]);
    }
  },
);

describe('queries', () => {
  test.each<[string, string, string[]]>([
    ['imsa', 'ADV-AAA222', ['ADV-AAA222']],
    ['imsa', 'aaa2', ['ADV-AAA222']],
    ['imsa', 'housing', ['ADV-AAA222']],
    ['imsa', 'Wales full advocacy', ['ADV-AAA222']],
    ['imsa', 'family', []],
    ['imsa', 'ADV-BBB333', []],
    ['senior', 'bbb', ['ADV-BBB333']],
    ['senior', 'family england', ['ADV-BBB333']],
    ['senior', 'family scotland', []],
    ['senior', 'ADV-CCC444', []],
    ['senior', 'fraud', []],
    ['senior', 'ADV-DDD555', []],
    ['manager', 'ADV-CCC444', []],
    ['outside', 'ADV-CCC444', ['ADV-CCC444']],
    ['outside', 'fraud', ['ADV-CCC444']],
    ['outside', 'canaryquestion', []],
    ['outside', '%', []],
    ['outside', '_________', []],
  ])('%s looks for "%s" and finds %p', async (who, words, found) => {
    const answer = await hub.call('post', '/api/search/find', ids[who], {
      words: words.length < 2 ? `${words} ${words}` : words,
    });
    expect(titles(answer.body, 'advice-queries')).toEqual(found);
  });

  test('what is hidden answers as what does not exist, byte by byte', async () => {
    const raw = async (words: string) =>
      (await hub.call('post', '/api/search/find', ids.senior, { words })).text;
    const missing = await raw('ADV-ZZZ999');
    expect(await raw('ADV-CCC444')).toBe(missing);
    expect(await raw('ADV-DDD555')).toBe(missing);
  });

  test('the Hub Manager finds a conflicted query once the glass is broken', async () => {
    await advice.table('break_glass').insert({
      id: newId(),
      query_id: queries.conflicted,
      person_id: ids.manager,
      at: new Date(),
      until: new Date(Date.now() + 60_000),
      sealed_reason: 'x',
    });
    expect(await references('manager', 'ADV-CCC444')).toEqual(['ADV-CCC444']);
    expect(await references('coordinator', 'ADV-CCC444')).toEqual([]);
  });

  test('the limit counts only what the person may see', async () => {
    const northgate = await hub.register
      .app('organisation')
      .where({ name: 'Northgate' })
      .first('id');
    for (let at = 0; at < 40; at += 1) {
      await aQuery(advice, {
        reference: `ADV-HIDE${at}`,
        areas: ['health-services'],
        received_at: new Date(Date.now() + 60_000),
        subject_organisation_id: northgate.id,
      });
    }
    await aQuery(advice, {
      reference: 'ADV-SEEN22',
      areas: ['health-services'],
    });
    const group = (await find('coordinator', 'health')).groups.find(
      ({ kind }) => kind === 'advice-queries',
    );
    expect(group).toMatchObject({
      hits: [
        { title: 'ADV-SEEN22', path: expect.stringMatching(/^\/advice\//) },
      ],
      more: false,
    });
  });

  test('no search reads a table of 12,000 queries from end to end', async () => {
    const { rows: columns } = await hub.register.database.owner.raw(`
      select string_agg(column_name, ', ') as names
      from information_schema.columns
      where table_schema = 'advice' and table_name = 'query'
        and is_generated = 'NEVER'
        and column_name not in ('id', 'reference', 'request_key', 'received_at')`);
    await hub.register.database.owner.raw(`
      insert into advice.query
        (id, reference, request_key, received_at, ${columns[0].names})
      select 'row' || n, 'ADV-N' || n, 'key' || n,
        now() - n * interval '1 minute', ${columns[0].names}
      from advice.query, generate_series(1, 12000) n
      where reference = 'ADV-BBB333'`);
    await hub.register.database.owner.raw('analyze advice.query');
    const scans = async () => {
      await new Promise(done => setTimeout(done, 1_200));
      const { rows } = await hub.register.database.owner.raw(
        `select seq_scan from pg_stat_user_tables
         where schemaname = 'advice' and relname = 'query'`,
      );
      return Number(rows[0].seq_scan);
    };
    const read = async () => {
      const before = await scans();
      for (const words of ['ADV-N117', 'n117', 'fraud', 'family', 'england']) {
        await find('outside', words);
      }
      return (await scans()) - before;
    };
    // The sweeps of the advice line read too, now and then; a search that did
    // would do it each time.
    const tries = [await read(), await read(), await read()];
    expect(Math.min(...tries)).toBe(0);
  }, 60_000);
});

describe('the network', () => {
  const people = async (who: string, words: string) =>
    titles(await find(who, words, 'network-people'), 'network-people');
  const organisations = async (who: string, words: string) =>
    titles(await find(who, words), 'network-organisations');

  test.each<[string, string, string[]]>([
    ['senior', 'p imsa', ['P imsa']],
    ['senior', 'vietnamese', ['P imsa']],
    ['senior', 'public law', ['P imsa']],
    ['imsa', 'senior', ['P senior']],
    ['imsa', 'manager', []],
    ['officer', 'p imsa', ['P imsa']],
    ['officer', 'vietnamese', []],
    ['officer', 'public law', []],
    ['officer', 'senior', []],
  ])('%s looks for "%s" and finds the people %p', async (who, words, found) => {
    expect(await people(who, words)).toEqual(found);
  });

  test.each<[string, string, string[]]>([
    ['senior', 'harbour', ['Harbour Past', 'Harbour Trust']],
    ['imsa', 'harbour', ['Harbour Trust']],
    ['imsa', 'dundee', ['Harbour Trust']],
    ['imsa', 'trust scotland', ['Harbour Trust']],
    ['officer', 'harbour', []],
    ['officer', 'northgate', ['Northgate']],
  ])('%s looks for "%s" and finds %p', async (who, words, found) => {
    expect(await organisations(who, words)).toEqual(found);
  });

  test.each(['manager', 'senior', 'imsa', 'officer'])(
    'finds for %s whom the register itself shows, and nobody else',
    async who => {
      const page = await hub.call(
        'post',
        '/api/network/people/search',
        ids[who],
        { name: 'p ' },
      );
      const shown = page.body.items.map(
        (item: { displayName: string }) => item.displayName,
      );
      expect(await people(who, 'p -')).toEqual(shown);
    },
  );
});

describe('places', () => {
  test.each<[string, string, string[]]>([
    ['imsa', 'ask', ['Ask the Hub']],
    ['imsa', 'templates', []],
    ['senior', 'templates', ['Templates']],
    ['officer', 'ask', []],
    ['admin', 'notifications', ['Notifications']],
    ['imsa', 'import', []],
    ['manager', 'csv', ['Import from CSV']],
  ])('%s looks for "%s" and finds %p', async (who, words, found) => {
    expect(titles(await find(who, words), 'places')).toEqual(found);
  });
});

describe('sources of a plugin that the core does not know', () => {
  test('are asked, and say that there is more but not how much', async () => {
    const [first] = (await find('admin', 'tide')).groups.filter(
      group => group.kind === 'tides',
    );
    expect(first).toMatchObject({ title: 'Tides', more: true, failed: false });
    expect(first?.hits).toHaveLength(5);
    const alone = await find('admin', 'tide', 'tides');
    expect(alone.groups).toHaveLength(1);
    expect(alone.groups[0]?.hits).toHaveLength(25);
  });

  test('that fail or take too long leave the others alone', async () => {
    const begun = performance.now();
    const { groups } = await find('imsa', 'storm tide');
    expect(performance.now() - begun).toBeLessThan(2_000);
    const failed = groups.filter(group => group.failed);
    expect(failed).toEqual(
      ['broken-tides', 'slow-tides'].map(kind => ({
        kind,
        title: 'Tides',
        hits: [],
        more: false,
        failed: true,
      })),
    );
    expect(groups.find(group => group.kind === 'tides')?.hits).toHaveLength(5);
    expect(JSON.stringify(groups)).not.toContain('secret');
  });

  test('behind a closed door are not named, also when asked for', async () => {
    expect((await find('manager', 'tide')).groups).not.toContainEqual(
      expect.objectContaining({ kind: 'closed-tides' }),
    );
    expect(await find('manager', 'tide', 'closed-tides')).toEqual(
      await find('manager', 'tide', 'never-heard-of'),
    );
  });
});

test.each([
  [{ words: 'a' }],
  [{ words: 'x'.repeat(101) }],
  [{ words: 'a\u0000b' }],
  [{ words: 'ab', more: 1 }],
  [{ words: 'ab', kind: '../etc' }],
  [{}],
])('refuses %p', async body => {
  const answer = await hub.call('post', '/api/search/find', ids.imsa, body);
  expect(answer.status).toBe(400);
});

test('nobody who is not active is answered', async () => {
  const answer = await hub.call('post', '/api/search/find', newId(), {
    words: 'harbour',
  });
  expect(answer.status).toBe(401);
});
