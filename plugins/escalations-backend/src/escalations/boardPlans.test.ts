import { BOARD_VIEWS } from '@imsa-hub/escalations-common';
import { fillCases, HARBOUR, QUAYSIDE, plansOf } from '@imsa-hub/testing';
import { aDesk, type Desk } from '../testing/aDesk';
import { READS_WHOLE } from '../testing/readsWhole';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
  await fillCases({
    knex: desk.owner,
    count: 20_000,
    open: 0.6,
    handlers: ['manager', 'senior', 'second'].map(name =>
      desk.id(name as 'manager'),
    ),
    raisers: [desk.id('imsa'), desk.id('otherImsa')],
    organisations: [HARBOUR, QUAYSIDE],
    conflict: { organisationId: HARBOUR, share: 0.1 },
    limitsLaw: desk.services.context.lawVersion(),
  });
}, 120_000);
afterAll(async () => desk?.destroy());

const FILTERS = [
  '',
  '&nation=wales',
  '&area=housing-rights',
  '&risk=destitution',
  '&level=hub-manager',
];

describe.each(['senior', 'manager', 'imsa'] as const)(
  'the board of %s',
  who => {
    test.each(BOARD_VIEWS)('%s reads no whole table', async view => {
      const plans = await plansOf(desk.knex, async () => {
        for (const filter of FILTERS) {
          const path = `/board?view=${view}${filter}`;
          expect((await desk.send(who, 'get', path)).status).toBe(200);
        }
      });
      expect(plans.length).toBeGreaterThanOrEqual(FILTERS.length);
      expect(plans.filter(plan => READS_WHOLE.test(plan))).toEqual([]);
    });
  },
);

test('nor does a record', async () => {
  const { id } = await desk.knex
    .from('escalation')
    .where({ status: 'raised' })
    .first('id');
  // Nothing filled in can be opened, so only its statements are looked at.
  const plans = await plansOf(desk.knex, () =>
    desk.send('senior', 'get', `/cases/${id}`),
  );
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter(plan => READS_WHOLE.test(plan))).toEqual([]);
});
