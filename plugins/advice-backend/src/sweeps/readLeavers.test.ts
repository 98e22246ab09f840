import { newId } from '@imsa-hub/core';
import type { AdviceContext } from '../AdviceContext';
import { aQueue, type Queue } from '../testing/aQueue';
import { explain } from '../testing/explain';
import { namedInQueries } from './readLeavers';
import { SWEEPS } from './sweepQueries';

let queue: Queue;
beforeAll(async () => {
  queue = await aQueue({ count: 40_000, open: 0.6 });
}, 120_000);
afterAll(() => queue?.database.destroy());

describe.each([
  ['assignee_id', 'open', 'query_queue_assignee'],
  ['second_reader_id', `status = 'with-second-reader'`, 'query_second_reader'],
] as const)('who is named as %s', (column, where, index) => {
  const named = async (): Promise<string[]> =>
    namedInQueries(queue.knex, column).pluck('id');

  test('everybody, once', async () => {
    const { rows } = await queue.knex.raw(
      `select distinct ${column} as id from query
       where ${where} and ${column} is not null order by 1`,
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(await named()).toEqual(rows.map(({ id }: { id: string }) => id));
  });

  test('one step of the index for each person, not for each query', async () => {
    const people = (await named()).length;
    const plan = await explain(queue.knex, namedInQueries(queue.knex, column));
    expect(plan.faults).toEqual([]);
    expect(new Set(plan.queryIndexes)).toEqual(new Set([index]));
    expect(plan.queryRows).toBeLessThanOrEqual(people);
  });
});

test.each(SWEEPS.map(sweep => [sweep.what, sweep] as const))(
  'a round of %s in which nothing is due reads next to nothing',
  async (_what, sweep) => {
    const context = { hub: { database: queue.knex } } as AdviceContext;
    const due = sweep.due(context, {
      now: '2026-11-20T12:00:00Z',
      leavers: {
        assignees: [newId()],
        secondReaders: [newId()],
        works: {
          people: [queue.as('senior').id, newId()],
          organisations: [newId(), queue.employer],
        },
      },
    });
    const plan = await explain(queue.knex, due.select('query.id'));
    expect(plan.faults).toEqual([]);
    expect(plan.queryRows).toBeLessThan(10);
  },
);
