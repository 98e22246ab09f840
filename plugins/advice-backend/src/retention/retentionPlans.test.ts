import { newId, RETENTION_VIEWS } from '@imsa-hub/core';
import { fillQueries, plansOf } from '@imsa-hub/testing';
import { anAdviceLine, type AdviceLine } from '../testing/anAdviceLine';

let line: AdviceLine;
beforeAll(async () => {
  line = await anAdviceLine();
  await fillQueries({
    knex: line.owner,
    count: 20_000,
    open: 0.3,
    advisers: [line.id('senior')],
    askers: [line.id('imsa')],
    organisations: [newId()],
  });
}, 60_000);
afterAll(() => line?.destroy());

test('neither looking after how long queries are kept nor looking at it reads all of them', async () => {
  const { retention } = line.services;
  const person = line.person('manager');
  const plans = await plansOf(line.knex, async () => {
    for (const sweep of retention.sweeps) await sweep();
    for (const view of RETENTION_VIEWS) {
      const actor = line.hub.actorFor(person);
      await retention.reading.list({ person, actor, request: { view } });
    }
  });
  expect(plans.length).toBeGreaterThan(4);
  expect(plans.filter(plan => /Seq Scan on query\b/.test(plan))).toEqual([]);
});
