import { changesOf, downAndUp } from '@imsa-hub/testing';
import { resolve } from 'node:path';
import { aQueue, type Queue } from './testing/aQueue';

let queue: Queue;
beforeAll(async () => {
  queue = await aQueue({ count: 500, open: 0.5 });
}, 60_000);
afterAll(() => queue?.database.destroy());

test('each migration down and up again on a filled advice line', async () => {
  const walked = await downAndUp({
    database: queue.database,
    schema: 'advice',
    migrations: resolve(__dirname, '../migrations'),
  });
  expect(walked.faults).toEqual([]);
  expect(walked.migrations).toBeGreaterThan(2);
  // What happened can only be added to.
  const past = [
    'query_entry',
    'query_event',
    'recusal',
    'break_glass',
    'retention_step',
  ];
  expect(
    await changesOf(queue.database.app('advice'), [
      ...past,
      'ledger_entry',
      'append_only',
    ]),
  ).toEqual([]);
}, 60_000);
