import { aDesk, type Desk } from '../testing/aDesk';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => desk?.destroy());

const WHY = { reason: 'It was wrong' };
const inHand = async () => {
  const id = await desk.raise('imsa');
  await desk.move('senior', id, 'accept');
  return id;
};
const change = (id: string, body: object) =>
  desk.move('senior', id, 'change-fact', { ...WHY, ...body });

test('a changed fact keeps its old value and says why', async () => {
  const id = await inHand();
  const { body } = await change(id, { fact: 'tier', value: 'advice' });
  expect(body.tier).toBe('advice');
  expect(body.entries[0]).toMatchObject({
    kind: 'fact',
    summary: 'Changed: Tier',
    before: 'Full advocacy',
    text: 'Advice\n\nWhy: It was wrong',
  });
  const silent = await desk.move('senior', id, 'change-fact', {
    fact: 'tier',
    value: 'full-advocacy',
    reason: '',
  });
  expect(silent.body.fieldErrors[0].field).toBe('body.reason');
  const same = await change(id, { fact: 'tier', value: 'advice' });
  expect(same.body.fieldErrors[0].field).toBe('body.value');
});

test('a nation and its part of the country change together', async () => {
  const id = await inHand();
  const part = await change(id, { fact: 'region', value: 'scotland' });
  expect(part.body.fieldErrors[0].field).toBe('body.value');
  const { body } = await change(id, { fact: 'nation', value: 'scotland' });
  expect(body).toMatchObject({ nation: 'scotland', region: 'scotland' });
  expect(body.entries[0]).toMatchObject({
    before: 'England, London',
    text: 'Scotland, Scotland\n\nWhy: It was wrong',
  });
  const england = { fact: 'nation', value: 'england' };
  const without = await change(id, england);
  expect(without.body.fieldErrors[0].field).toBe('body.region');
  const back = await change(id, { ...england, region: 'north-west' });
  expect(back.body).toMatchObject({ nation: 'england', region: 'north-west' });
});

test('a refused referral has its reasons, and loses them when it is one no more', async () => {
  const id = await inHand();
  const refused = { fact: 'nrm-consent', value: 'refused' };
  const without = await change(id, refused);
  expect(without.body.fieldErrors[0].field).toBe('body.refusedWhy');
  const done = await change(id, { ...refused, refusedWhy: 'Afraid of it' });
  expect(done.body).toMatchObject({
    nrmConsent: 'refused',
    nrmRefusedWhy: 'Afraid of it',
  });
  const agreed = { fact: 'nrm-consent', value: 'consented' };
  const { body } = await change(id, agreed);
  expect(body).toMatchObject({ nrmConsent: 'consented', nrmRefusedWhy: null });
  expect(body.entries[0].before).toBe(
    'Did not want to be referred\n\nAfraid of it',
  );
});

test('what the survivor wants is not the Hub’s to write; a safety check is kept', async () => {
  const id = await inHand();
  const words = { kind: 'choice', saidOn: '2026-11-20', text: 'Another' };
  for (const name of ['senior', 'manager'] as const) {
    const staff = await desk.move(name, id, 'record-choice', words);
    expect([name, staff.status]).toEqual([name, 409]);
  }
  expect((await desk.move('imsa', id, 'record-choice', words)).status).toBe(
    200,
  );
  const checked = 'Looked at the street with the police';
  const { body } = await desk.move('senior', id, 'check-safety', {
    subject: 'address',
    checked,
    result: 'not-safe',
  });
  expect(body.safetyChecks).toEqual([
    expect.objectContaining({
      subject: 'address',
      checked,
      result: 'not-safe',
      by: expect.objectContaining({ name: 'The senior' }),
    }),
  ]);
});
