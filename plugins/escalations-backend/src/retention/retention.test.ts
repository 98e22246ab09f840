import { londonDateOf, newId } from '@imsa-hub/core';
import { HARBOUR } from '@imsa-hub/testing';
import { aDesk, type Desk } from '../testing/aDesk';

let desk: Desk;
beforeEach(async () => {
  desk = await aDesk();
});
afterEach(async () => desk?.destroy());

const REASON = { reason: 'CANARY-why it is so' };
const DAY = 86_400_000;
const set = (id: string, values: object) =>
  desk.knex.from('escalation').where({ id }).update(values);
const day = (days: number) =>
  londonDateOf(new Date(Date.now() + days * DAY).toISOString());

async function aClosedCase(end = day(800)) {
  const id = await desk.raise('imsa');
  await desk.close('senior', id);
  await set(id, { retain_until: end });
  return id;
}
const destroy = async (
  name: Parameters<Desk['send']>[0],
  id: string,
  body: object = {},
) =>
  desk.move(name, id, 'destroy', {
    reference: (await desk.row(id)).reference,
    ...REASON,
    ...body,
  });
const isDestroyed = async (id: string) =>
  (await desk.row(id)).destroyed_at !== null;

test('closing sets the end of retention, and reopening takes it away', async () => {
  const id = await desk.raise('imsa');
  desk.at('2026-11-27T10:00:00Z');
  await desk.close('senior', id);
  expect(
    (await desk.send('imsa', 'get', `/cases/${id}`)).body.retention,
  ).toEqual({
    endsOn: '2033-11-27',
    held: false,
    destroyed: false,
    review: null,
  });
  await desk.move('senior', id, 'reopen', REASON);
  expect((await desk.row(id)).retain_until).toBeNull();
  desk.at(undefined);
});

test('the review shows what ends soon, to those who decide on it and may see it', async () => {
  const soon = await aClosedCase(day(30));
  await aClosedCase();
  const { body } = await desk.send('manager', 'get', '/retention');
  expect(body.rows).toEqual([
    expect.objectContaining({
      id: soon,
      retainUntil: day(30),
      willBeDestroyedOn: null,
      allowedActions: ['hold', 'ask-destruction'],
    }),
  ]);
  expect((await desk.send('senior', 'get', '/retention')).status).toBe(403);
  await set(soon, { subject_organisation_id: HARBOUR });
  const own = await desk.send('conflictedManager', 'get', '/retention');
  expect(own.body.rows).toEqual([]);
  const hold = { hold: true, ...REASON };
  const there = await desk.move('conflictedManager', soon, 'hold', hold);
  const never = await desk.move('conflictedManager', newId(), 'hold', hold);
  const masked = (text: string) => text.replace(/"requestId":"\w+"/, '');
  expect([there.status, masked(there.text)]).toEqual([404, masked(never.text)]);
});

test('the record shows the same to those who decide, and to nobody else', async () => {
  const id = await aClosedCase();
  const review = async (name: Parameters<Desk['send']>[0]) =>
    (await desk.send(name, 'get', `/cases/${id}`)).body.retention.review;
  expect(await review('manager')).toMatchObject({
    id,
    allowedActions: ['hold', 'ask-destruction'],
    steps: [],
  });
  await desk.move('manager', id, 'hold', { hold: true, ...REASON });
  expect(await review('manager')).toMatchObject({
    held: true,
    allowedActions: ['release'],
    steps: [{ step: 'held', by: { id: desk.id('manager') }, ...REASON }],
  });
  // On hold it stands among those, and no more among what ends.
  await set(id, { retain_until: day(-1) });
  const rows = async (view: string) =>
    (await desk.send('manager', 'get', `/retention?view=${view}`)).body.rows;
  expect([await rows('due'), (await rows('held')).length]).toEqual([[], 1]);
  const { body, text } = await desk.send('imsa', 'get', `/cases/${id}`);
  expect(body.retention.review).toBeNull();
  expect(text).not.toContain(REASON.reason);
});

test('after the end one person is enough, and counts stay', async () => {
  const id = await aClosedCase(day(-1));
  const counts = async () => {
    const { rows } = await desk.knex.raw(
      `select (select count(*) from escalation where status = 'closed') as cases,
        (select count(*) from outcome where result = 'partly') as outcomes,
        (select count(*) from event) as events`,
    );
    return rows[0];
  };
  const before = await counts();
  const wrong = await destroy('manager', id, { reference: 'ESC-000000' });
  expect(wrong.status).toBe(400);
  expect(wrong.body.fieldErrors[0].field).toBe('body.reference');
  const stale = await destroy('manager', id, { version: 1 });
  expect([stale.status, stale.body.current.id]).toEqual([409, id]);
  expect(await isDestroyed(id)).toBe(false);

  const done = await destroy('manager', id);
  expect(done.body).toMatchObject({
    destroyedOn: day(0),
    alsoCalled: 'destroyed',
    allowedActions: [],
    steps: [{ step: 'destroyed', by: { name: 'The manager' }, ...REASON }],
  });
  expect(await counts()).toEqual(before);
  // Why it ended stays, for those who decide; of the content nothing does.
  const others = await desk.send('senior', 'get', `/cases/${id}`);
  expect(others.text).not.toContain('CANARY');
  const { body } = await desk.send('manager', 'get', `/cases/${id}`);
  expect(body).toMatchObject({
    retention: { destroyed: true, review: { steps: [REASON] } },
    askedOfHub: 'The content was destroyed at the end of its retention.',
    submission: { pages: [] },
    entries: expect.arrayContaining([
      expect.objectContaining({
        summary: 'Destroyed the content at the end of its retention',
      }),
    ]),
  });
  expect(body.allowedActions).not.toContain('reopen');
  expect((await desk.move('senior', id, 'reopen', REASON)).status).toBe(409);
  expect((await destroy('manager', id)).status).toBe(409);
  const { rows } = await desk.knex.raw(
    `select wrapped from sealed_case where case_id = ?`,
    [id],
  );
  expect(rows).toEqual([{ wrapped: null }]);
});

test('before the end it takes two people', async () => {
  const id = await aClosedCase();
  const asked = await destroy('manager', id);
  expect(asked.body).toMatchObject({
    destroyedOn: null,
    destructionAsked: { by: { id: desk.id('manager') } },
    allowedActions: ['hold'],
  });
  expect(await desk.toldOf(id)).toContain(
    'conflictedManager destruction-asked',
  );
  const again = await destroy('manager', id);
  expect(again.status).toBe(409);
  expect(again.body.message ?? again.text).toContain('somebody else');
  expect(await isDestroyed(id)).toBe(false);
  const seen = await desk.send('conflictedManager', 'get', '/retention');
  expect(seen.body.rows[0].allowedActions).toEqual([
    'hold',
    'confirm-destruction',
  ]);
  expect((await destroy('conflictedManager', id)).status).toBe(200);
  expect(await isDestroyed(id)).toBe(true);
});

test('what is on hold is not destroyed, by nobody and not by time', async () => {
  const id = await aClosedCase(day(-1));
  const held = await desk.move('manager', id, 'hold', {
    hold: true,
    ...REASON,
  });
  expect(held.body).toMatchObject({ held: true, allowedActions: ['release'] });
  expect((await destroy('manager', id)).status).toBe(409);
  expect(
    (await desk.move('manager', id, 'hold', { hold: true, ...REASON })).status,
  ).toBe(409);
  const later = new Date(Date.now() + 400 * DAY).toISOString();
  expect(await desk.services.retention.sweep(later)).toBe(0);
  expect(await isDestroyed(id)).toBe(false);
  const list = await desk.send('manager', 'get', '/retention?view=held');
  expect(list.body.rows).toHaveLength(1);
  await desk.move('manager', id, 'hold', { hold: false, ...REASON });
  expect(await desk.history(id)).toEqual(
    expect.arrayContaining(['held', 'hold-ended']),
  );
  const { rows } = await desk.knex.raw(
    `select string_agg(r::text, '') as all from retention_step r`,
  );
  expect(rows[0].all).not.toContain('CANARY');
});

test('an open case is neither held nor destroyed', async () => {
  const id = await desk.raise('imsa');
  expect((await destroy('manager', id)).status).toBe(409);
  expect(
    (await desk.move('manager', id, 'hold', { hold: true, ...REASON })).status,
  ).toBe(409);
});

test('past its end it is told, reviewed, and then destroyed by itself', async () => {
  const id = await aClosedCase(day(-1));
  const kept = await aClosedCase(day(1));
  const at = (days: number) =>
    desk.services.retention.sweep(
      new Date(Date.now() + days * DAY).toISOString(),
    );
  expect(await Promise.all([at(0), at(0)]).then(([a, b]) => a + b)).toBe(1);
  expect(await desk.toldOf(id)).toContain('manager retention-ended');
  expect(
    (await desk.send('manager', 'get', '/retention')).body.rows[0],
  ).toMatchObject({ id, willBeDestroyedOn: day(30) });
  expect(await at(0)).toBe(0);
  await set(kept, { held: true });
  expect(await at(29)).toBe(0);
  expect(await at(31)).toBe(1);
  expect([await isDestroyed(id), await isDestroyed(kept)]).toEqual([
    true,
    false,
  ]);
  const { body } = await desk.send('manager', 'get', `/cases/${id}`);
  expect(body.entries[0]).toMatchObject({
    by: null,
    summary: 'The content was destroyed at the end of its retention',
  });
});

test('a draft that was to mend it goes with it', async () => {
  const id = await desk.raise('imsa');
  await desk.move('imsa', id, 'withdraw', REASON);
  const draftId = await desk.draft('imsa');
  await desk.knex
    .from('draft')
    .where({ id: draftId })
    .update({ escalation_id: id });
  await set(id, { retain_until: day(-1) });
  await destroy('manager', id);
  expect(await desk.knex.from('draft')).toEqual([]);
  const left = await desk.knex
    .from('sealed_case')
    .whereNotNull('wrapped')
    .pluck('case_id');
  expect(left).toEqual([`retention:${id}`]);
});

test('what had been destroyed before an older copy was put back is destroyed again', async () => {
  const [gone, held, kept] = [
    await aClosedCase(),
    await aClosedCase(),
    await aClosedCase(),
  ];
  await set(held, { held: true });
  for (const caseId of [gone, held]) {
    // The copy of the keys is newer than the copy of the rows.
    await desk.knex
      .from('sealed_case')
      .where({ case_id: caseId })
      .update({ wrapped: null, master_key_id: null, destroyed_at: new Date() });
  }
  expect(await desk.services.retention.restore()).toBe(2);
  expect(await desk.services.retention.restore()).toBe(0);
  expect(await Promise.all([gone, held, kept].map(isDestroyed))).toEqual([
    true,
    true,
    false,
  ]);
  expect((await desk.row(gone)).case_reference).toBe('destroyed');
});
