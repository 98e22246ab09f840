import { QUEUE_VIEWS, type QueueRequest } from '@imsa-hub/advice-common';
import { QUEUE_READERS, aQueue, type Queue } from '../testing/aQueue';
import { explain } from '../testing/explain';
import { queuePage, readQueuePage } from './queuePage';
import { queuePlaces } from './queuePlaces';

const FILTERS: Array<Pick<QueueRequest, 'nation' | 'area'>> = [
  {},
  { nation: 'wales' },
  { area: 'housing-rights' },
  { nation: 'northern-ireland', area: 'community-care' },
];

describe('how PostgreSQL reads a large queue', () => {
  let queue: Queue;
  beforeAll(async () => {
    // Three in ten are about the employer of everybody, and stand in front.
    queue = await aQueue({
      count: 40_000,
      open: 0.6,
      conflictShare: 0.3,
      conflictsFirst: true,
    });
  }, 120_000);
  afterAll(() => queue?.database.destroy());

  describe.each(QUEUE_READERS)('as %s', reader => {
    test.each(QUEUE_VIEWS)('%s', async view => {
      const { knex, sight, as } = queue;
      for (const filter of FILTERS) {
        const places = {
          knex,
          sight,
          person: as(reader),
          request: { view, ...filter },
          limit: 51,
        };
        const page = await explain(knex, queuePage(places));
        expect(page.faults).toEqual([]);
        const count = await explain(
          knex,
          queuePlaces({ ...places, limit: 100 }),
        );
        expect(count.faults).toEqual([]);
        const { rows, next } = await readQueuePage({ ...places, limit: 50 });
        if (!next) continue;
        expect(rows).toHaveLength(50);
        // Which queries: one index; where two serve, PostgreSQL chooses page
        // by page. What they show: the primary key.
        const oneIndex = [expect.stringMatching(/^query_queue_/), 'query_pkey'];
        expect(page.queryIndexes).toEqual(oneIndex);
        const further = await explain(
          knex,
          queuePage({
            ...places,
            request: { ...places.request, cursor: next },
          }),
        );
        expect(further.faults).toEqual([]);
        expect(further.queryIndexes).toEqual(oneIndex);
      }
    });
  });
});

describe('a queue page by page', () => {
  let queue: Queue;
  beforeAll(async () => {
    queue = await aQueue({ count: 1_500, open: 0.6, conflictShare: 0.2 });
    // Many of the same rank and moment: only the id tells them apart.
    await queue.database.owner.raw(`update advice.query set
      due_at = date_trunc('month', due_at),
      received_at = date_trunc('month', received_at),
      closed_at = date_trunc('month', closed_at)`);
  }, 60_000);
  afterAll(() => queue?.database.destroy());

  async function walk(
    reader: 'coordinator' | 'senior' | 'imsa',
    request: QueueRequest,
  ) {
    const { knex, sight, as } = queue;
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const { rows, next } = await readQueuePage({
        knex,
        sight,
        person: as(reader),
        request: { ...request, cursor },
        limit: 7,
      });
      pages.push(rows.map(row => row.id));
      cursor = next ?? undefined;
    } while (cursor);
    return pages;
  }

  test.each([
    ['coordinator', 'open', 'open', 'rank, due_at, id'],
    ['coordinator', 'closed', 'not open', 'closed_at desc, id desc'],
    [
      'coordinator',
      'waiting',
      "status = 'waiting-on-asker'",
      'rank, due_at, id',
    ],
    ['senior', 'unclaimed', "status = 'triaged'", 'rank, due_at, id'],
    ['senior', 'mine', 'open and assignee_id = :me', 'rank, due_at, id'],
    ['senior', 'asked', 'raised_by = :me', 'received_at desc, id desc'],
    ['imsa', 'asked', 'raised_by = :me', 'received_at desc, id desc'],
  ] as const)(
    '%s, %s: everything once, in order, and nothing else',
    async (reader, view, where, order) => {
      const me = queue.as(reader).id;
      // What may be seen, said again without the code that is tested.
      const sight =
        view === 'asked'
          ? 'true'
          : `(subject_organisation_id is distinct from :employer)
              and :employer <> all(named_organisation_ids) and not exists
              (select 1 from advice.recusal where query_id = id and person_id = :me)`;
      const { rows } = await queue.database.owner.raw(
        `select id from advice.query where ${where} and ${sight} order by ${order}`,
        { me, employer: queue.employer },
      );
      const expected = rows.map((row: { id: string }) => row.id);
      const pages = await walk(reader, { view });
      expect(expected.length).toBeGreaterThan(14);
      expect(pages.flat()).toEqual(expected);
      expect(pages.slice(0, -1).every(page => page.length === 7)).toBe(true);
    },
  );

  test('a place in one view is refused in another', async () => {
    const { knex, sight, as } = queue;
    const { next } = await readQueuePage({
      knex,
      sight,
      person: as('coordinator'),
      request: { view: 'closed' },
      limit: 7,
    });
    const wrong = { view: 'open' as const, cursor: next ?? undefined };
    await expect(
      readQueuePage({
        knex,
        sight,
        person: as('coordinator'),
        request: wrong,
        limit: 7,
      }),
    ).rejects.toThrow();
  });

  test('a row carries nothing that is sealed', async () => {
    const { knex, sight, as } = queue;
    const { rows } = await readQueuePage({
      knex,
      sight,
      person: as('coordinator'),
      request: { view: 'open' },
      limit: 7,
    });
    const columns = Object.keys(rows[0] ?? {});
    expect(columns).toContain('draft_kind');
    expect(columns.filter(column => column.startsWith('sealed_'))).toEqual([]);
  });
});
