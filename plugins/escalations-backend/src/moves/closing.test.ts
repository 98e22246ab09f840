import { aDesk, type Desk } from '../testing/aDesk';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => desk?.destroy());

const REASON = { reason: 'Done' };
const AREAS = ['housing-rights', 'national-referral-mechanism'];
const outcomes = (why: string, areas = AREAS) =>
  areas.map(area => ({ area, result: 'partly', why }));

async function resolved() {
  const id = await desk.raise('imsa');
  for (const [verb, body] of [
    ['accept', {}],
    ['start', {}],
    ['resolve', REASON],
  ] as const) {
    expect((await desk.move('senior', id, verb, body)).status).toBe(200);
  }
  return id;
}

test('each area has its outcome, once', async () => {
  const id = await resolved();
  for (const areas of [
    AREAS.slice(0, 1),
    [...AREAS, 'family-law'],
    ['housing-rights', 'housing-rights'],
  ]) {
    const refused = await desk.move('senior', id, 'close', {
      outcomes: outcomes('x', areas),
    });
    expect(refused.body.fieldErrors[0].field).toBe('body.outcomes');
  }
  expect((await desk.row(id)).status).toBe('resolved');
});

test('later than its target it says why', async () => {
  const id = await resolved();
  await desk.knex
    .table('escalation')
    .where({ id })
    .update({ state_due_at: '2026-01-01T00:00:00Z' });
  const close = { outcomes: outcomes('x') };
  const refused = await desk.move('senior', id, 'close', close);
  expect(refused.body.fieldErrors[0].field).toBe('body.lateReason');
  const { body } = await desk.move('senior', id, 'close', {
    ...close,
    lateReason: 'The court was late',
  });
  expect(body.status).toBe('closed');
  expect(body.entries[0].text).toBe('The court was late');
});

test('what goes beyond the case names nobody', async () => {
  const id = await resolved();
  for (const field of ['learningPoint', 'structuralIssue']) {
    const refused = await desk.move('senior', id, 'close', {
      outcomes: outcomes('x'),
      [field]: 'Ring her on 07700 900123 in the morning',
    });
    expect(refused.status).toBe(400);
    expect(refused.body.fieldErrors).toEqual([
      {
        field: `body.${field}`,
        message: expect.stringContaining(
          'a phone number (line 1, from character 13): put “[phone number removed]” in its place',
        ),
      },
    ]);
  }
  expect((await desk.row(id)).status).toBe('resolved');
  const { body } = await desk.move('senior', id, 'close', {
    outcomes: outcomes('x'),
    learningPoint: 'Ask for the review early',
    structuralIssue: 'A list of eleven months',
  });
  expect(body).toMatchObject({
    learningPoint: 'Ask for the review early',
    structuralIssue: 'A list of eleven months',
  });
  expect(await desk.row(id)).toMatchObject({
    has_learning_point: true,
    has_structural_issue: true,
  });
});

test('a second closing stands beside the first', async () => {
  const id = await resolved();
  await desk.move('senior', id, 'close', {
    outcomes: outcomes('CANARY-first'),
    keyOutcomes: ['justice'],
    learningPoint: 'Ask early',
  });
  await desk.move('senior', id, 'reopen', REASON);
  await desk.move('senior', id, 'resolve', REASON);
  const { body } = await desk.move('senior', id, 'close', {
    outcomes: outcomes('CANARY-second'),
    keyOutcomes: ['education'],
  });
  expect(body).toMatchObject({
    keyOutcomes: ['education'],
    learningPoint: null,
    outcomes: outcomes('CANARY-second'),
    earlierClosings: [
      {
        number: 1,
        by: { name: 'The senior' },
        keyOutcomes: ['justice'],
        learningPoint: 'Ask early',
        outcomes: outcomes('CANARY-first'),
      },
    ],
  });
  expect(body.outcomesAt > body.earlierClosings[0].at).toBe(true);
});
