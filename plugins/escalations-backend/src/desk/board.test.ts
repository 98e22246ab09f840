import { newId } from '@imsa-hub/core';
import { aDesk, type Desk } from '../testing/aDesk';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk({
    settings: { escalations: { targetHours: { raised: 1 } } },
  });
});
afterAll(async () => desk?.destroy());

const day = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const HOUSING = 'homelessness-review-england';
const QUIET = { risks: [], events: [], legalRequests: [] };
const ids = async (query: Record<string, string> = {}): Promise<string[]> => {
  const { body } = await desk.send(
    'manager',
    'get',
    `/board?${new URLSearchParams(query)}`,
  );
  return body.rows.map(({ id }: { id: string }) => id);
};

test('the setting says how long a case may wait to be accepted', async () => {
  const id = await desk.raise('imsa', QUIET);
  const { state_due_at: due, state_since: since } = await desk.row(id);
  // One hour of work, wherever the night or the weekend falls.
  const { context } = desk.services;
  const expected = context.targets.dueAt({
    type: 'general',
    status: 'raised',
    nation: 'england',
    risks: [],
    from: since.toISOString(),
  });
  expect(due.toISOString()).toBe(new Date(expected ?? '').toISOString());
  const monday = context.targets.dueAt({
    type: 'general',
    status: 'raised',
    nation: 'england',
    risks: [],
    from: '2026-11-23T09:00:00Z',
  });
  expect(new Date(monday ?? '').toISOString()).toBe('2026-11-23T10:00:00.000Z');
});

test('the board begins with what presses, then goes by the day', async () => {
  // Raised in another order than they are to stand in.
  const ordinary = await desk.raise('imsa', QUIET);
  const farRisk = await desk.raise('imsa', {
    ...QUIET,
    risks: ['destitution'],
  });
  const nearLimit = await desk.raise('imsa', {
    ...QUIET,
    events: [{ ruleId: HOUSING, date: day(-18) }],
  });
  const nearWithRisk = await desk.raise('imsa', {
    ...QUIET,
    risks: ['destitution'],
    events: [{ ruleId: HOUSING, date: day(-17) }],
  });
  const passed = await desk.raise('imsa', {
    ...QUIET,
    risks: ['self-harm'],
    events: [{ ruleId: HOUSING, date: day(-60) }],
  });
  const made = [ordinary, farRisk, nearLimit, nearWithRisk, passed];
  // Without their targets only limits and risks are left to order them.
  await desk.knex.raw(
    `update escalation set state_due_at = null,
       press_on = coalesce(next_limit_on, '9999-12-31')`,
  );
  const all = await ids();
  expect(all.filter(id => made.includes(id))).toEqual([
    passed,
    nearWithRisk,
    nearLimit,
    farRisk,
    ordinary,
  ]);
});

describe('each filter leaves what it names', () => {
  let london: string;
  let wales: string;

  beforeAll(async () => {
    london = await desk.raise('imsa', {
      ...QUIET,
      areas: ['housing-rights'],
      risks: ['destitution'],
    });
    wales = await desk.raise('imsa', {
      ...QUIET,
      nation: 'wales',
      region: 'wales',
      areas: ['national-referral-mechanism'],
      risks: ['safeguarding'],
    });
    await desk.move('senior', wales, 'accept');
    await desk.move('senior', wales, 'raise-level', {
      level: 'hub-manager',
      reason: 'Above me',
    });
  });

  test.each([
    [{ nation: 'wales' }, 'wales'],
    [{ nation: 'england' }, 'london'],
    [{ region: 'wales' }, 'wales'],
    [{ region: 'london' }, 'london'],
    [{ area: 'national-referral-mechanism' }, 'wales'],
    [{ area: 'housing-rights' }, 'london'],
    [{ risk: 'safeguarding' }, 'wales'],
    [{ risk: 'destitution' }, 'london'],
    [{ level: 'hub-manager' }, 'wales'],
    [{ level: 'senior-imsa' }, 'london'],
    [{ nation: 'wales', risk: 'destitution' }, 'neither'],
  ])('%j: %s', async (query, found) => {
    const both = (await ids(query)).filter(id => [london, wales].includes(id));
    expect(both).toEqual(
      { london: [london], wales: [wales], neither: [] }[found],
    );
  });

  test('the handler', async () => {
    const { handler_id: handler } = await desk.row(wales);
    expect(await ids({ handler })).toEqual([wales]);
    expect(await ids({ handler: newId() })).toEqual([]);
  });
});
