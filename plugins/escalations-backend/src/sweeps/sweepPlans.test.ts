import { RETENTION_VIEWS } from '@imsa-hub/core';
import { HARBOUR, plansOf } from '@imsa-hub/testing';
import { readDay } from '../desk/readDay';
import { searchCases } from '../desk/searchCases';
import { aDesk, type Desk } from '../testing/aDesk';
import { READS_WHOLE } from '../testing/readsWhole';
import { sweepsOf } from './sweepsOf';

const CASES = 20_000;

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
  const law = desk.services.context.lawVersion();
  await desk.knex.raw(
    `insert into escalation (id, reference, type, status, case_reference,
       nation, region, areas, tier, consent, nrm_consent, raised_by, raised_at,
       lead_id, handler_id, rank, press_on, state_since, state_due_at,
       closed_at, retain_until, waiting_for, waiting_until, limits_law,
       subject_organisation_id, sealed_asked_of_hub, sealed_options_explained)
     select 'c' || n, 'ESC-' || n, 'general',
       case when n % 5 = 0 then 'closed' when n % 5 = 1 then 'waiting'
         else 'in-progress' end,
       'NG-' || n, 'england', 'london', '{housing-rights}', 'advice', 'given',
       'refused', :raiser, now() - n * interval '1 minute', :raiser, :handler,
       n % 3, current_date + n % 60, now(), now() + interval '30 days',
       case when n % 5 = 0 then now() end,
       case when n % 5 = 0 then current_date + 400 + n % 2000 end,
       case when n % 5 = 1 then 'survivor' end,
       case when n % 5 = 1 then current_date + 30 end, :law,
       case when n % 50 = 0 then :organisation end, 'x', 'x'
     from generate_series(1, :cases) n`,
    {
      raiser: desk.id('imsa'),
      handler: desk.id('senior'),
      organisation: HARBOUR,
      law,
      cases: CASES,
    },
  );
  await desk.knex.raw(
    `insert into participant (id, escalation_id, person_id, part, since)
     select part || id, id, case part when 'handler' then handler_id
       else lead_id end, part, now()
     from escalation, unnest(array['handler', 'lead', 'raiser']) part`,
  );
  await desk.knex.raw(
    `insert into task (id, escalation_id, owner_id, due_on, created_by,
       created_at, sealed_title)
     select 't' || id, id, lead_id, current_date + 30, lead_id, now(), 'x'
     from escalation`,
  );
  await desk.knex.raw(
    `insert into event (escalation_id, place, rule_id, event_date, added_by,
       added_at)
     select id, 0, 'nrm-reconsideration-30-days', current_date, lead_id, now()
     from escalation`,
  );
  await desk.analyze();
}, 60_000);
afterAll(async () => desk?.destroy());

test('no round of sweeping reads a whole table', async () => {
  const plans = await plansOf(desk.knex, async () => {
    for (const sweep of sweepsOf(desk.services)) await sweep();
  });
  expect(plans.length).toBeGreaterThan(9);
  expect(plans.filter(plan => READS_WHOLE.test(plan))).toEqual([]);
});

test('neither the day of somebody with little to do nor a search does, nor how long cases are kept', async () => {
  const { context, presenter, retention } = desk.services;
  const plans = await plansOf(desk.knex, async () => {
    await readDay({ context, presenter, person: desk.person('second') });
    for (const request of [
      { reference: 'NG-19' },
      { personId: desk.id('second') },
      { area: 'housing-rights' as const },
    ]) {
      const person = desk.person('manager');
      await searchCases({ context, presenter, person, request });
    }
    for (const view of RETENTION_VIEWS) {
      const person = desk.person('manager');
      const actor = desk.hub.actorFor(person);
      await retention.reading.list({ person, actor, request: { view } });
    }
  });
  expect(plans.length).toBeGreaterThan(9);
  expect(plans.filter(plan => READS_WHOLE.test(plan))).toEqual([]);
});
