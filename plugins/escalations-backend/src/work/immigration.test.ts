import { aDesk, type Desk } from '../testing/aDesk';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => desk?.destroy());

const AREAS = { areas: ['immigration-and-asylum', 'housing-rights'] };
const ADVICE = { kind: 'advice', text: 'Appeal on article 3' };
const LETTER = {
  templateId: 'letter-before-claim',
  title: 'Letter before claim',
  body: 'The decision is unlawful.',
};

test('whoever is not regulated says where to go, and advises nobody on immigration', async () => {
  const id = await desk.raise('imsa', AREAS);
  await desk.move('senior', id, 'accept');
  const refused = await desk.move('senior', id, 'note', ADVICE);
  expect(refused.status).toBe(400);
  expect(refused.body.fieldErrors).toEqual([
    {
      field: 'body.kind',
      message:
        'You are not recorded as regulated for immigration advice. Choose “signpost” and say where to go.',
    },
  ]);
  const signpost = { kind: 'signpost', text: 'A regulated solicitor' };
  expect((await desk.move('senior', id, 'note', signpost)).status).toBe(200);
  expect((await desk.move('regulated', id, 'note', ADVICE)).status).toBe(200);
  const { body } = await desk.send('senior', 'get', `/cases/${id}`);
  expect(body.immigrationGate).toMatch(/signpost and refer/);
  expect(body.entries.map(({ kind }: { kind: string }) => kind)).toEqual(
    expect.arrayContaining(['advice', 'signpost']),
  );
  const other = await desk.send('regulated', 'get', `/cases/${id}`);
  expect(other.body.immigrationGate).toBeNull();
});

test('whom the gate holds back does not lift it', async () => {
  const id = await desk.raise('imsa', AREAS);
  await desk.move('senior', id, 'accept');
  const lift = (name: 'senior' | 'regulated') =>
    desk.move(name, id, 'change-fact', {
      fact: 'areas',
      value: ['housing-rights'],
      reason: 'It is about the flat',
    });
  const refused = await lift('senior');
  expect([refused.status, refused.body.fieldErrors]).toMatchObject([
    400,
    [{ field: 'body.value', message: expect.stringMatching(/stays/) }],
  ]);
  expect((await desk.move('senior', id, 'note', ADVICE)).status).toBe(400);
  await desk.move('senior', id, 'assign', {
    personId: desk.id('regulated'),
    reason: 'Is it about immigration?',
  });
  expect((await lift('regulated')).status).toBe(200);
  expect((await desk.move('senior', id, 'note', ADVICE)).status).toBe(200);
});

test('documents and second opinions on immigration are for the regulated too', async () => {
  const id = await desk.raise('imsa', AREAS);
  await desk.move('senior', id, 'accept');
  const letter = await desk.move('senior', id, 'write-document', LETTER);
  expect(letter.body.fieldErrors?.[0]).toMatchObject({
    field: 'body.templateId',
    message: expect.stringContaining('regulated for immigration advice'),
  });
  const review = { ...LETTER, templateId: 'homelessness-review-england' };
  const housing = await desk.move('senior', id, 'write-document', review);
  expect(housing.status).toBeLessThan(300);
  desk.change('senior', { regulatedForImmigration: true });
  const written = await desk.move('senior', id, 'write-document', LETTER);
  expect(written.status).toBeLessThan(300);
  desk.change('senior', { regulatedForImmigration: false });
  const asks = (name: 'second' | 'regulated') =>
    desk.move('senior', id, 'ask-opinion', {
      personId: desk.id(name),
      question: 'What would you do?',
    });
  const asked = await asks('second');
  expect(asked.body.fieldErrors?.[0].field).toBe('body.personId');
  expect((await asks('regulated')).status).toBe(200);
  const { id: opinionId } = await desk.knex
    .from('opinion')
    .where({ escalation_id: id })
    .first('id');
  desk.change('regulated', { regulatedForImmigration: false });
  const opinion = { opinionId, text: 'Appeal' };
  const given = await desk.move('regulated', id, 'give-opinion', opinion);
  expect(given.body.fieldErrors?.[0].field).toBe('body.text');
  desk.change('regulated', { regulatedForImmigration: true });
  expect(
    (await desk.move('regulated', id, 'give-opinion', opinion)).status,
  ).toBe(200);
});

test('a case that is about something else knows no such gate', async () => {
  const id = await desk.raise('imsa');
  await desk.move('senior', id, 'accept');
  expect((await desk.move('senior', id, 'note', ADVICE)).status).toBe(200);
  const { body } = await desk.send('senior', 'get', `/cases/${id}`);
  expect(body.immigrationGate).toBeNull();
});
