import { londonDateOf, newId } from '@imsa-hub/core';
import { createUnitOfWork } from '@imsa-hub/core-node';
import {
  composeLaw,
  readShippedLaw,
  type DeadlineDirectory,
  type HolidayChangeRow,
  type RuleVersionRow,
} from '@imsa-hub/deadlines-node';
import { createTestDatabase, type TestDatabase } from '@imsa-hub/testing';
import type { Knex } from 'knex';
import path from 'node:path';
import type { AdviceContext } from '../AdviceContext';
import { currentLimits } from '../limits/currentLimits';
import { assessQuery } from '../queries/assessQuery';
import { QueryStore } from '../queries/QueryStore';
import { createTriageRules } from '../triage';
import { sweepLimits } from './sweepLimits';

const PLUGINS = path.resolve(__dirname, '../../..');
const shipped = readShippedLaw(path.resolve(PLUGINS, '../catalog'));
const NRM = 'nrm-reconsideration-30-days';
const AIM = 'nrm-reasonable-grounds-aim';
const SAFETY = {
  'nowhere-safe-tonight': 'no',
  'contact-with-exploiter': 'no',
  'removal-eviction-or-detention': 'no',
} as const;

let database: TestDatabase;
let knex: Knex;
let context: AdviceContext;
const decided = {
  ruleVersions: [] as RuleVersionRow[],
  holidayChanges: [] as HolidayChangeRow[],
};
const law = () => composeLaw({ shipped, providers: [], rows: decided });
let current = law();
const directory: DeadlineDirectory = {
  current: () => current,
  onChange: () => () => undefined,
  refresh: async () => undefined,
};
const today = londonDateOf(new Date());

beforeAll(async () => {
  database = await createTestDatabase({
    schemas: [
      {
        schema: 'advice',
        migrations: path.join(PLUGINS, 'advice-backend/migrations'),
      },
    ],
  });
  knex = database.app('advice');
  context = {
    hub: {
      database: knex,
      work: createUnitOfWork({
        knex,
        ledgerKey: Buffer.alloc(32, 7),
        pluginId: 'advice',
      }),
      systemActor: { id: 'system', chain: 'system' },
    },
    store: new QueryStore(),
    limits: currentLimits(directory),
    get holidays() {
      return current.holidays;
    },
    triageRules: createTriageRules().rules,
  } as unknown as AdviceContext;
});
afterAll(() => database.destroy());

/** An open query about something that happened today. */
async function aQuery(rest: object = {}, ruleId?: string): Promise<string> {
  const id = newId();
  const events = ruleId ? [{ ruleId, date: today }] : [];
  const assessed = assessQuery(context, {
    nation: 'england',
    safety: SAFETY,
    events,
    today,
  });
  await knex('query').insert({
    id,
    reference: id.slice(-12),
    status: 'triaged',
    request_key: id,
    channel: 'console',
    asker_kind: 'imsa',
    received_at: new Date(),
    nation: 'england',
    areas: [],
    language: 'en',
    interpreter: 'not-needed',
    safety: JSON.stringify(SAFETY),
    ...assessed,
    urgency_reasons: JSON.stringify(assessed.urgency_reasons),
    first_reply_due_at: new Date(),
    resolution_due_at: new Date(),
    due_at: new Date(),
    sealed_question: '',
    sealed_who_can_act: '',
    sealed_safe_contact: '',
    sealed_about_service: '',
    ...rest,
  });
  for (const event of events) {
    await knex('query_event').insert({
      query_id: id,
      place: 0,
      rule_id: event.ruleId,
      event_date: event.date,
    });
  }
  return id;
}

const read = (id: string) =>
  knex('query')
    .where({ id })
    .first(
      'version',
      'limits_law',
      knex.raw(`to_char(next_limit_on, 'YYYY-MM-DD') as next`),
    );
const entriesOf = (id: string) =>
  knex('ledger_entry')
    .where({ subject: `advice-query:${id}` })
    .pluck('type');

it('leaves everything alone while the law is the same', async () => {
  await aQuery({}, NRM);
  expect(await sweepLimits(context)).toBe(0);
});

it('works out again what a change of a rule touches, and marks the rest', async () => {
  const touched = await aQuery({}, NRM);
  const untouched = await aQuery({}, AIM);
  const without = await aQuery();
  const closed = await aQuery(
    { status: 'closed', retain_until: '2099-01-01' },
    NRM,
  );
  const before = await read(touched);

  const rule = shipped.rules.find(({ id }) => id === NRM);
  decided.ruleVersions.push({
    id: 'decision',
    rule_id: NRM,
    version: 2,
    rule: { ...rule, period: { days: 20 } },
    shipped: rule,
    change: 'ended',
    reason: 'A test',
    by_id: 'ada',
    at: new Date(),
  });
  current = law();
  // The query of the test before is touched too.
  expect(await sweepLimits(context)).toBe(2);

  const after = await read(touched);
  expect(after.next < before.next).toBe(true);
  expect(after).toMatchObject({ version: 2, limits_law: current.version });
  expect(await entriesOf(touched)).toEqual(['advice.limits-changed']);
  expect(
    await knex('query_entry').where({ query_id: touched }).pluck('summary'),
  ).toEqual([expect.stringContaining('worked out again')]);
  expect(await read(untouched)).toMatchObject({
    version: 1,
    limits_law: current.version,
  });
  expect(await entriesOf(untouched)).toEqual([]);
  for (const id of [without, closed]) {
    expect((await read(id)).version).toBe(1);
  }
  expect(await sweepLimits(context)).toBe(0);
});

it('keeps what presses from a query that was merged into it', async () => {
  // Its only limit comes from the other, and so does its urgency.
  const id = await aQuery({ limits_law: 'older' });
  const pressing = { ...SAFETY, 'nowhere-safe-tonight': 'yes' };
  await aQuery(
    { status: 'merged', merged_into: id, safety: JSON.stringify(pressing) },
    NRM,
  );
  expect(await sweepLimits(context)).toBe(1);
  const after = await knex('query').where({ id }).first();
  expect(after).toMatchObject({
    urgency_band: 'today',
    own_urgency_band: 'ordinary',
    limits_law: current.version,
    next_limit_title: expect.any(String),
  });
  expect(after.urgency_reasons).toContainEqual(
    expect.objectContaining({ merged: true }),
  );

  // One with events of its own keeps them beside those of the other.
  const both = await aQuery({}, NRM);
  await aQuery(
    { status: 'merged', merged_into: both, safety: JSON.stringify(pressing) },
    AIM,
  );
  await knex('query').where({ id: both }).update({ limits_law: 'older' });
  expect(await sweepLimits(context)).toBe(1);
  expect(await knex('query').where({ id: both }).first()).toMatchObject({
    urgency_band: 'today',
    own_urgency_band: 'ordinary',
  });
  expect(await sweepLimits(context)).toBe(0);
});

it('is done once by two at the same time', async () => {
  const id = await aQuery({ limits_law: 'older', next_limit_on: today }, NRM);
  const done = await Promise.all([sweepLimits(context), sweepLimits(context)]);
  expect(done[0] + done[1]).toBe(1);
  expect(await entriesOf(id)).toEqual(['advice.limits-changed']);
});
