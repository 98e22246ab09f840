import { HARBOUR } from '@imsa-hub/testing';
import { aDesk, ANSWERS, type Desk } from '../testing/aDesk';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => desk?.destroy());

const REASON = { reason: 'It was wrong' };

test('whoever keeps what they wrote sees nothing that the desk made of it', async () => {
  const id = await desk.raise('harbourImsa', { organisation: HARBOUR });
  await desk.move('senior', id, 'accept');
  for (const [fact, value] of [
    ['asked-of-hub', 'OTHERS-ask'],
    ['options-explained', 'OTHERS-options'],
    ['case-reference', 'ZZ-9999'],
    ['tier', 'advice'],
    ['risks', ['self-harm']],
    ['areas', ['family-law']],
    ['nation', 'scotland'],
  ] as const) {
    const done = await desk.move('senior', id, 'change-fact', {
      fact,
      value,
      ...REASON,
    });
    expect([fact, done.status]).toEqual([fact, 200]);
  }
  await desk.move('senior', id, 'set-organisation', {
    organisationId: HARBOUR,
    ...REASON,
  });
  await desk.move('senior', id, 'raise-level', {
    level: 'hub-manager',
    ...REASON,
  });
  const own = await desk.send('harbourImsa', 'get', `/cases/${id}`);
  const written = {
    caseReference: ANSWERS.caseReference,
    nation: 'england',
    region: 'london',
    areas: ANSWERS.areas,
    tier: 'full-advocacy',
    risks: ['destitution'],
    level: 'senior-imsa',
    handler: null,
    lead: null,
    nextLimit: null,
    target: { what: '', dueAt: null, state: 'none' },
    ownWordsOnly: true,
  };
  expect(own.body).toMatchObject({
    scope: 'what-i-wrote',
    ...written,
    askedOfHub: ANSWERS.askedOfHub,
    optionsExplained: ANSWERS.optionsExplained,
    nrmConsent: 'already-referred',
    limits: [expect.objectContaining({ limit: '2026-12-10' })],
  });
  const others = ['OTHERS', 'ZZ-9999', desk.id('senior'), 'The senior'];
  const board = await desk.send(
    'harbourImsa',
    'get',
    '/board?view=raised-by-me',
  );
  expect(board.body.rows).toEqual([expect.objectContaining(written)]);
  for (const said of others) {
    expect(own.text).not.toContain(said);
    expect(board.text).not.toContain(said);
  }
});
