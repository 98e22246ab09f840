import { HARBOUR } from '@imsa-hub/testing';
import { aDesk, type Desk } from '../testing/aDesk';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => desk?.destroy());

const REASON = { reason: 'CANARY-why' };

test('from raised to closed by three people', async () => {
  const id = await desk.raise('imsa');
  const status = async () => (await desk.row(id)).status;
  expect((await desk.move('senior', id, 'accept')).body.status).toBe(
    'accepted',
  );
  expect((await desk.move('senior', id, 'start')).status).toBe(200);
  expect(
    (
      await desk.move('senior', id, 'note', {
        kind: 'advice',
        text: 'CANARY-note',
      })
    ).status,
  ).toBe(200);
  expect(
    (
      await desk.move('senior', id, 'wait', {
        category: 'decision-maker',
        ...REASON,
      })
    ).body.waiting,
  ).toEqual({ category: 'decision-maker', until: null });
  expect((await desk.move('imsa', id, 'resume', REASON)).status).toBe(200);
  expect((await desk.move('senior', id, 'resolve', REASON)).status).toBe(200);
  const outcome = { result: 'achieved', why: 'CANARY-outcome' };
  const closed = await desk.move('senior', id, 'close', {
    outcomes: ['housing-rights', 'national-referral-mechanism'].map(area => ({
      area,
      ...outcome,
    })),
    keyOutcomes: ['justice'],
  });
  expect(closed.body).toMatchObject({
    status: 'closed',
    keyOutcomes: ['justice'],
    outcomes: expect.arrayContaining([
      expect.objectContaining({ area: 'housing-rights', ...outcome }),
    ]),
  });
  expect(await status()).toBe('closed');
  const { rows } = await desk.knex.raw(
    `select (select string_agg(e::text, '') from escalation e)
      || (select string_agg(x::text, '') from entry x)
      || (select string_agg(o::text, '') from outcome o) as everything`,
  );
  expect(rows[0].everything).not.toContain('CANARY');
});

test('nobody decides on what they brought, and a stale version changes nothing', async () => {
  const id = await desk.raise('senior');
  expect((await desk.move('senior', id, 'accept')).status).toBe(409);
  await desk.move('second', id, 'accept');
  const stale = await desk.move('second', id, 'start', { version: 1 });
  expect(stale.status).toBe(409);
  expect(stale.body.current.status).toBe('accepted');
  expect((await desk.row(id)).status).toBe('accepted');
});

test('two accept at once: one has it', async () => {
  const id = await desk.raise('imsa');
  const both = await Promise.all(
    (['senior', 'second'] as const).map(name => desk.move(name, id, 'accept')),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('a handover overlaps and needs the survivor’s agreement', async () => {
  const id = await desk.raise('imsa');
  await desk.move('senior', id, 'accept');
  await desk.move('imsa', id, 'offer-handover', {
    personId: desk.id('otherImsa'),
    ...REASON,
  });
  expect((await desk.send('otherImsa', 'get', `/cases/${id}`)).status).toBe(
    200,
  );
  expect((await desk.send('imsa', 'get', `/cases/${id}`)).body.scope).toBe(
    'whole',
  );
  const agreed = { survivorAgreedOn: '2026-11-20' };
  expect(
    (await desk.move('imsa', id, 'complete-handover', agreed)).status,
  ).toBe(409);
  await desk.move('otherImsa', id, 'accept-handover');
  expect(
    (await desk.move('imsa', id, 'complete-handover', agreed)).status,
  ).toBe(200);
  const row = await desk.row(id);
  expect([row.lead_id, row.next_lead_id]).toEqual([desk.id('otherImsa'), null]);
  const leads = await desk.knex
    .from('participant')
    .where({ escalation_id: id, part: 'lead' })
    .whereNull('until');
  expect(leads).toHaveLength(1);
  // Whoever led it, and brought it, keeps what they wrote and no more.
  const left = await desk.send('imsa', 'get', `/cases/${id}`);
  expect(left.body.scope).toBe('what-i-wrote');
  const note = { kind: 'note', text: 'Still here' };
  expect((await desk.move('imsa', id, 'note', note)).status).toBe(409);
});

test('who names their own employer is told it is done, and sees no more', async () => {
  const id = await desk.raise('imsa');
  const named = await desk.move('conflictedManager', id, 'set-organisation', {
    organisationId: HARBOUR,
    ...REASON,
  });
  expect(named.status).toBe(204);
  expect(named.text).toBe('');
  expect((await desk.row(id)).subject_organisation_id).toBe(HARBOUR);
  const after = await desk.send('conflictedManager', 'get', `/cases/${id}`);
  expect(after.status).toBe(404);
});

test('naming an employer ends what its people can see', async () => {
  const id = await desk.raise('imsa');
  expect((await desk.send('conflicted', 'get', `/cases/${id}`)).status).toBe(
    200,
  );
  await desk.move('senior', id, 'accept');
  const named = await desk.move('senior', id, 'set-organisation', {
    organisationId: HARBOUR,
    ...REASON,
  });
  expect(named.status).toBe(200);
  expect((await desk.send('conflicted', 'get', `/cases/${id}`)).status).toBe(
    404,
  );
});
