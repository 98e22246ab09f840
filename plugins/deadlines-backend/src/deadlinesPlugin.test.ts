import { createBackendModule } from '@backstage/backend-plugin-api';
import { londonDateOf, type DeadlineRuleProvider } from '@imsa-hub/core';
import { downAndUp } from '@imsa-hub/testing';
import {
  HolidayListSchema,
  RuleListSchema,
  RuleRecordSchema,
  type RuleRecord,
} from '@imsa-hub/deadlines-common';
import {
  deadlineRulesExtensionPoint,
  lawAsShipped,
} from '@imsa-hub/deadlines-node';
import { resolve } from 'node:path';
import { DeadlinesBackend } from './testing/aDeadlinesBackend';

const ROLES = [
  'hub-manager',
  'advice-coordinator',
  'senior-imsa',
  'imsa',
  'meal-analyst',
] as const;
const WELSH = 'homelessness-review-wales';
const catalog = resolve(__dirname, '../../../catalog');

/** A module that the plugin does not know. */
const localRules = createBackendModule({
  pluginId: 'deadlines',
  moduleId: 'local-rules',
  register(module) {
    module.registerInit({
      deps: { deadlines: deadlineRulesExtensionPoint },
      async init({ deadlines }) {
        const shipped = lawAsShipped(catalog).rules.slice(0, 1);
        const rules: DeadlineRuleProvider['rules'] = () =>
          shipped.map(rule => ({
            ...rule,
            id: 'local-scheme',
            eventId: 'local-decision',
            event: 'Told of the local decision',
            effectiveTo: undefined,
            period: { workingDays: 3 },
          }));
        deadlines.addProvider({ id: 'local-rules', rules });
      },
    });
  },
});

let hub: DeadlinesBackend;
beforeAll(async () => {
  hub = await DeadlinesBackend.start({ roles: ROLES, modules: [localRules] });
});
afterAll(() => hub?.stop());

const record = async (ruleId: string): Promise<RuleRecord> => {
  const { body } = await hub.call('get', `/rules/${ruleId}`, 'hub-manager');
  return RuleRecordSchema.parse(body);
};
const ending = (rest: object = {}) => ({
  version: 1,
  effectiveTo: '2027-04-01',
  reason: 'The Welsh Act comes into force',
  ...rest,
});
const successor = {
  title: 'Ask for a review of a homelessness decision',
  nations: ['wales'],
  period: { days: 42 },
  dayOfNotice: 'excluded',
  postAllowanceHours: 0,
  closedDay: 'none',
  authority: 'A newer Act, section 1',
  source: 'The Act itself',
  confidence: 'primary',
  keeps: [],
};

describe('who may', () => {
  it.each(ROLES)('%s', async role => {
    const reads = role !== 'meal-analyst';
    const keeps = role === 'hub-manager' || role === 'advice-coordinator';
    const list = await hub.call('get', '/rules', role);
    expect(list.status).toBe(reads ? 200 : 403);
    const one = await hub.call('get', `/rules/${WELSH}`, role);
    expect(one.status).toBe(reads ? 200 : 404);
    const actions = keeps ? ['review', 'end'] : [];
    expect(one.body.allowedActions).toEqual(reads ? actions : undefined);
    const days = await hub.call('get', '/holidays', role);
    expect(days.status).toBe(reads ? 200 : 403);
    for (const [path, refused] of [
      [`/rules/${WELSH}/end`, 404],
      [`/rules/${WELSH}/review`, 404],
      ['/holidays', 403],
    ] as const) {
      const answer = await hub.call('post', path, role, {});
      expect([path, answer.status]).toEqual([path, keeps ? 400 : refused]);
    }
  });
});

it('lists every rule with what came of modules, and says what is known', async () => {
  const { body } = await hub.call('get', '/rules', 'imsa');
  const list = RuleListSchema.parse(body);
  expect(list.rules.map(({ rule }) => rule.id)).toContain('local-scheme');
  expect(list.horizon).toMatchObject({ until: '2028-12-31' });
  expect(list.setAside).toEqual([]);
  expect(
    list.rules.find(({ rule }) => rule.id === 'nrm-reconsideration-one-month')
      ?.standing,
  ).toBe('ended');
});

it('works a limit out with its working, and says what it does not know', async () => {
  const ask = (date: string) =>
    hub.call('post', '/limits', 'imsa', {
      nation: 'scotland',
      eventId: 'local-decision',
      date,
    });
  const known = await ask('2026-11-26');
  expect(known.body.limits).toMatchObject([
    { ruleId: 'local-scheme', limit: '2026-12-02' },
  ]);
  const beyond = await ask('2028-12-29');
  expect(beyond.body.limits).toMatchObject([{ limit: null }]);
  expect(beyond.body.limits[0].caution).toContain('31 December 2028');
});

it('takes further dates of a rule into account', async () => {
  const { body } = await hub.call('post', '/limits', 'imsa', {
    nation: 'scotland',
    eventId: 'nrm-positive-reasonable-grounds',
    date: '2026-11-02',
    facts: [{ id: 'conclusive-grounds-decision', date: '2026-12-01' }],
  });
  expect(body.limits).toMatchObject([{ limit: '2026-12-01' }]);
});

it('ends a rule and starts the next, keeping what there was', async () => {
  const before = await record(WELSH);
  const answer = await hub.call(
    'post',
    `/rules/${WELSH}/end`,
    'advice-coordinator',
    ending({ successor }),
  );
  expect(answer.status).toBe(200);
  const ended = RuleRecordSchema.parse(answer.body);
  expect(ended).toMatchObject({
    version: 2,
    origin: 'hub',
    rule: { ...before.rule, effectiveTo: '2027-04-01' },
    successors: [{ id: `${WELSH}-from-2027-04-01`, nations: ['wales'] }],
    openNations: [],
    allowedActions: ['review'],
    history: [
      {
        change: 'ended',
        by: 'P advice-coordinator',
        reason: 'The Welsh Act comes into force',
      },
    ],
  });
  const limitOn = async (date: string) => {
    const { body } = await hub.call('post', '/limits', 'imsa', {
      nation: 'wales',
      eventId: before.rule.eventId,
      date,
    });
    return body.limits.map((limit: { limit: string }) => limit.limit);
  };
  expect(await limitOn('2027-03-31')).toEqual(['2027-04-20']);
  expect(await limitOn('2027-04-01')).toEqual(['2027-05-13']);
  expect(await hub.ledger()).toEqual([
    `deadlines.rule-ended deadline-rule:${WELSH}`,
    `deadlines.rule-started deadline-rule:${WELSH}-from-2027-04-01`,
  ]);
});

it('tells the second of two people what the first decided', async () => {
  const path = '/rules/homelessness-review-scotland/end';
  const answers = await Promise.all(
    (['hub-manager', 'advice-coordinator'] as const).map(role =>
      hub.call('post', path, role, ending()),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const stale = answers.find(({ status }) => status === 409);
  expect(stale?.body.current).toMatchObject({ version: 2 });
});

it('marks a rule as read again today, with the primary text', async () => {
  const path = '/rules/homelessness-review-northern-ireland';
  const { body } = await hub.call('post', `${path}/review`, 'hub-manager', {
    version: 1,
    confidence: 'primary',
    source: 'The Order itself',
    sourceUrl: 'https://www.legislation.gov.uk/nisi/1988/1990',
    reason: 'Read on the day',
  });
  expect(body).toMatchObject({
    version: 2,
    rule: {
      reviewedOn: londonDateOf(new Date()),
      confidence: 'primary',
      source: 'The Order itself',
    },
    history: [{ change: 'reviewed' }],
  });
});

it('names the field that does not fit, and stores nothing', async () => {
  const path = '/rules/asylum-appeal-in-uk/end';
  const entries = await hub.ledger();
  const fields = async (body: object) => {
    const answer = await hub.call('post', path, 'hub-manager', body);
    expect(answer.status).toBe(400);
    return answer.body.fieldErrors
      .map(({ field }: { field: string }) => field)
      .sort();
  };
  expect(
    await fields(
      ending({
        reason: '',
        extra: 1,
        successor: { ...successor, period: {}, sourceUrl: 'http://x' },
      }),
    ),
  ).toEqual([
    'body.extra',
    'body.reason',
    'body.successor.period',
    'body.successor.sourceUrl',
  ]);
  expect(
    await fields(
      ending({ successor: { ...successor, nations: ['wales', 'wales'] } }),
    ),
  ).toEqual(['body.successor.nations']);
  expect(await hub.ledger()).toEqual(entries);
  expect(
    await fields(ending({ reason: 'She asked: mila.example@mail.example' })),
  ).toEqual(['body.reason']);
  expect(await hub.ledger()).toEqual(entries);
  const missing = await hub.call('get', '/rules/nowhere', 'hub-manager');
  expect(missing.status).toBe(404);
});

it('closes a day and opens one, each with its reason', async () => {
  const change = (rest: object) =>
    hub.call('post', '/holidays', 'hub-manager', {
      divisions: ['scotland'],
      date: '2027-06-14',
      change: 'add',
      title: 'A day of its own',
      reason: 'Proclaimed once',
      ...rest,
    });
  const added = await change({});
  expect(added.status).toBe(200);
  const find = (body: unknown, date: string) =>
    HolidayListSchema.parse(body).days.filter(
      day => day.division === 'scotland' && day.date === date,
    );
  expect(find(added.body, '2027-06-14')).toMatchObject([
    { state: 'added', why: 'Proclaimed once', by: 'P hub-manager' },
  ]);
  const again = await change({});
  expect(again.body.fieldErrors).toMatchObject([{ field: 'body.divisions' }]);
  const limit = await hub.call('post', '/limits', 'imsa', {
    nation: 'scotland',
    eventId: 'local-decision',
    date: '2027-06-11',
  });
  expect(limit.body.limits).toMatchObject([{ limit: '2027-06-17' }]);
  const opened = await change({ change: 'remove', title: undefined });
  expect(find(opened.body, '2027-06-14')).toEqual([]);
  const beyond = await change({ date: '2029-01-02' });
  expect(beyond.body.fieldErrors).toMatchObject([{ field: 'body.date' }]);
});

it('goes down and up again with its rows in place', async () => {
  const walked = await downAndUp({
    database: hub.database,
    schema: 'deadlines',
    migrations: resolve(__dirname, '../migrations'),
  });
  expect(walked.faults).toEqual([]);
  expect((await record(WELSH)).version).toBe(1);
});
