import {
  anAdviceLine,
  HARBOUR,
  type AdviceLine,
} from '../testing/anAdviceLine';
import { aQuery, TRIAGE } from '../testing/aQuery';
import { sweepQueries } from './sweepQueries';

let line: AdviceLine;
beforeEach(async () => {
  line = await anAdviceLine();
});
afterEach(() => line.destroy());

const sweep = () => sweepQueries(line.services.context);
const set = (id: string, values: object) =>
  line.knex.from('query').where({ id }).update(values);

test('a target that passed is noted once and told', async () => {
  const { id } = await aQuery(line, { status: 'in-hand' });
  await set(id, { due_at: '2026-11-02T10:00:00Z' });
  expect(await sweep()).toBe(1);
  expect(await sweep()).toBe(0);
  expect((await line.row(id)).late_at).not.toBeNull();
  expect(await line.told(id)).toEqual(
    expect.arrayContaining(['senior advice.clock', 'coordinator advice.clock']),
  );
});

test('a target that comes close is warned of once; a stopped one is not', async () => {
  const soon = new Date(Date.now() + 60_000).toISOString();
  const { id } = await aQuery(line, { status: 'in-hand' });
  const stopped = await aQuery(line, { status: 'waiting-on-asker' });
  await set(id, { due_at: soon });
  await set(stopped.id, { due_at: soon });
  expect(await sweep()).toBe(1);
  expect(await sweep()).toBe(0);
  expect((await line.ledger(id)).at(-1)).toBe('advice.clock-warning');
});

test('that of a query which nobody has is told to those who give it to somebody', async () => {
  const { id } = await aQuery(line, { status: 'triaged' });
  await set(id, { due_at: new Date(Date.now() + 60_000).toISOString() });
  expect(await sweep()).toBe(1);
  const clock = async () =>
    (await line.told(id)).filter(told => told.endsWith('advice.clock'));
  expect(await clock()).toEqual(['coordinator advice.clock']);

  const held = await aQuery(line, { status: 'in-hand' });
  await set(held.id, { due_at: new Date(Date.now() + 60_000).toISOString() });
  expect(await sweep()).toBe(1);
  expect(
    (await line.told(held.id)).filter(told => told.endsWith('advice.clock')),
  ).toEqual(['senior advice.clock']);
});

test('several replicas sweep at once, and each thing happens once', async () => {
  const queries = await Promise.all(
    Array.from({ length: 5 }, () => aQuery(line, { status: 'in-hand' })),
  );
  await line.knex.from('query').update({ due_at: '2026-11-02T10:00:00Z' });
  await Promise.all([sweep(), sweep(), sweep()]);
  for (const { id } of queries) {
    const late = (await line.ledger(id)).filter(
      type => type === 'advice.clock-late',
    );
    expect(late).toHaveLength(1);
  }
});

test('work of a person who left comes back to the queue', async () => {
  const { id } = await aQuery(line, { status: 'in-hand' });
  line.end('senior');
  expect(await sweep()).toBe(1);
  expect(await line.row(id)).toMatchObject({
    status: 'triaged',
    assignee_id: null,
  });
  expect(await line.told(id)).toContain('coordinator advice.released');
  expect((await line.move('second', id, 'claim')).status).toBe(200);
});

test('a reply that a leaver was to read can be read by somebody else', async () => {
  const { id } = await aQuery(line, {
    status: 'with-second-reader',
    reader: 'second',
  });
  line.end('second');
  expect(await sweep()).toBe(1);
  expect((await line.move('regulated', id, 'approve')).status).toBe(200);
});

describe('what turns out to be about somebody’s employer', () => {
  test('comes back from whoever has it, and what the asker writes is told', async () => {
    const { id, code } = await aQuery(line, {
      status: 'in-hand',
      askedBy: null,
      holder: 'conflicted',
    });
    await line.move('coordinator', id, 'triage', {
      ...TRIAGE,
      subjectOrganisationId: HARBOUR,
    });
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    expect(await line.row(id)).toMatchObject({
      status: 'triaged',
      assignee_id: null,
    });
    await line.publicAdvice.writeBack({
      receiptCode: code,
      body: 'It is worse now',
      requestKey: 'one',
      request: {} as never,
    });
    const told = await line.told(id);
    expect(told).toContain('coordinator advice.released');
    expect(told).toContain('coordinator advice.asker-wrote');
    expect(told).not.toContain('conflicted advice.asker-wrote');
  });

  test('comes back from whoever takes a job there', async () => {
    const { id } = await aQuery(line, {
      status: 'in-hand',
      subjectOrganisationId: HARBOUR,
    });
    expect(await sweep()).toBe(0);
    line.change('senior', { organisationIds: [HARBOUR] });
    expect(await sweep()).toBe(1);
    expect((await line.row(id)).assignee_id).toBeNull();
  });

  test('is read by somebody else than who was asked to', async () => {
    const { id } = await aQuery(line, {
      status: 'with-second-reader',
      reader: 'second',
      subjectOrganisationId: HARBOUR,
    });
    line.change('second', { organisationIds: [HARBOUR] });
    expect(await sweep()).toBe(1);
    expect((await line.row(id)).second_reader_id).toBeNull();
    expect((await line.move('regulated', id, 'approve')).status).toBe(200);
  });
});

test('urgency is judged again when its day comes', async () => {
  const { id } = await aQuery(line);
  await set(id, {
    review_on: '2026-11-20',
    urgency_band: 'today',
    urgency_reasons: JSON.stringify([{ code: 'old', text: 'Of old' }]),
    rank: 3,
  });
  expect(await sweep()).toBe(1);
  expect(await line.row(id)).toMatchObject({
    urgency_band: 'ordinary',
    urgency_reasons: [],
    review_on: null,
  });
  expect((await line.ledger(id)).at(-1)).toBe('advice.urgency-changed');
});
