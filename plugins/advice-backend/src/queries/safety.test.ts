import {
  anAdviceLine,
  HARBOUR,
  type AdviceLine,
  type Who,
} from '../testing/anAdviceLine';
import { aQuery, aQuestion } from '../testing/aQuery';

let line: AdviceLine;
beforeAll(async () => {
  line = await anAdviceLine();
});
afterAll(() => line.destroy());

const CALM = aQuestion().safety;
const DANGER = { ...CALM, 'contact-with-exploiter': 'yes' } as const;
const WHY = 'CANARY-why They rang';

const change = (
  name: Who,
  id: string,
  body: { safety?: object; reason?: string; version?: number } = {},
) =>
  line.move(name, id, 'change-safety', {
    safety: DANGER,
    reason: WHY,
    ...body,
  });
const see = async (id: string, name: Who = 'senior') =>
  (await line.send(name, 'get', `/queries/${id}`)).body;

test('a danger that becomes known brings a query to the top, and its end takes it away', async () => {
  const { id } = await aQuery(line, { status: 'in-hand' });
  expect((await see(id)).urgency.band).toBe('ordinary');
  const grave = await change('senior', id);
  expect(grave.status).toBe(200);
  expect(grave.body).toMatchObject({
    safety: DANGER,
    urgency: {
      band: 'today',
      reasons: [{ text: 'Contact with an exploiter, or a threat of it' }],
    },
  });
  const calm = await change('coordinator', id, { safety: CALM });
  expect(calm.body).toMatchObject({
    safety: CALM,
    urgency: { band: 'ordinary' },
  });
  const said = (await see(id)).entries.filter(
    ({ summary }: { summary?: string }) =>
      summary === 'Changed the safety answers',
  );
  expect(said.map(({ body }: { body: string }) => body)).toEqual([
    `Is there contact with an exploiter, or a threat of it? Yes. It said before: No.\n\nWhy: ${WHY}`,
    `Is there contact with an exploiter, or a threat of it? No. It said before: Yes.\n\nWhy: ${WHY}`,
  ]);
});

test('whoever has it is told when somebody else changes them, without what was said', async () => {
  const { id } = await aQuery(line, { status: 'in-hand' });
  await change('coordinator', id);
  expect(await line.told(id)).toContain('senior advice.safety');
  await change('senior', id, { safety: CALM });
  expect(
    (await line.told(id)).filter(
      (told: string) => told === 'senior advice.safety',
    ),
  ).toHaveLength(1);
});

test('the same answers, no reason, and answers that there are not are refused', async () => {
  const { id } = await aQuery(line, { status: 'in-hand' });
  const errorsOf = async (body: object) => {
    const { status, body: answer } = await change('senior', id, body);
    return [
      status,
      answer.fieldErrors.map((one: { field: string }) => one.field),
    ];
  };
  const { version } = await line.row(id);
  expect(await errorsOf({ safety: CALM })).toEqual([400, ['body.safety']]);
  expect(await errorsOf({ reason: ' ' })).toEqual([400, ['body.reason']]);
  const { 'nowhere-safe-tonight': _, ...two } = DANGER;
  expect(await errorsOf({ safety: two })).toEqual([
    400,
    ['body.safety.nowhere-safe-tonight'],
  ]);
  expect(await line.row(id)).toMatchObject({ version, safety: CALM });
});

test('an older version is a conflict with the newer record', async () => {
  const { id } = await aQuery(line, { status: 'in-hand' });
  const { version } = await line.row(id);
  await line.move('senior', id, 'note', { body: 'Meanwhile' });
  const refused = await change('senior', id, { version });
  expect([refused.status, refused.body.current.version]).toEqual([
    409,
    version + 1,
  ]);
  expect(await line.row(id)).toMatchObject({ safety: CALM });
});

test('only who has it, or triages, changes them; never on what is closed', async () => {
  const { id } = await aQuery(line, { status: 'in-hand' });
  const closed = await aQuery(line, { status: 'closed' });
  const conflicted = await aQuery(line, {
    status: 'in-hand',
    askedBy: 'otherImsa',
    subjectOrganisationId: HARBOUR,
  });
  for (const [name, queryId, status] of [
    ['second', id, 409],
    ['imsa', id, 404],
    ['conflicted', conflicted.id, 404],
    ['senior', closed.id, 409],
    ['coordinator', id, 200],
  ] as const) {
    expect([name, (await change(name, queryId)).status]).toEqual([
      name,
      status,
    ]);
  }
});

test('on a query that was merged, whoever triages changes them, and the other one is seen as soon', async () => {
  const one = await aQuery(line, { status: 'triaged' });
  const into = await aQuery(line, { status: 'in-hand' });
  await line.move('coordinator', one.id, 'merge', {
    intoId: into.id,
    intoVersion: (await line.row(into.id)).version,
    reason: 'The same person',
  });
  expect((await change('senior', one.id)).status).toBe(409);
  expect((await change('coordinator', one.id)).status).toBe(200);
  expect(await line.row(into.id)).toMatchObject({
    urgency_band: 'today',
    own_urgency_band: 'ordinary',
    safety: CALM,
  });
  const record = await see(into.id);
  expect(record.entries.at(-1).summary).toMatch(/^How urgent it is was worked/);
  expect(await line.told(into.id)).toContain('senior advice.limits');
});
