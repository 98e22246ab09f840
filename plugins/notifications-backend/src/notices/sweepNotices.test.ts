import { ConfigReader } from '@backstage/config';
import { newId } from '@imsa-hub/core';
import { createTestDatabase, type TestDatabase } from '@imsa-hub/testing';
import type { Knex } from 'knex';
import {
  aPerson,
  aWorld,
  giveNotices,
  notificationsSchema,
} from '../__testUtils__/world';
import { readNoticeSettings, sweepNotices } from './sweepNotices';

let database: TestDatabase;
let knex: Knex;
beforeAll(async () => {
  database = await createTestDatabase({ schemas: [notificationsSchema] });
  knex = database.app('notifications');
});
afterAll(() => database?.destroy());

const YEAR_AGO = '2025-11-20T12:00:00Z';
const LATELY = '2025-12-10T12:00:00Z';
const now = new Date('2026-11-28T12:00:00Z');

test('old notices go, and mails that ended and nothing newer rests on', async () => {
  const alice = aPerson();
  const { work } = aWorld(knex, alice);
  const hub = {
    database: knex,
    work,
    systemActor: { id: 'system', chain: 'system' },
  };
  const sweep = () => sweepNotices({ hub, keepMonths: 12, now });
  const mail = async (at: string, ended: object) => {
    const id = newId();
    await knex
      .table('mail')
      .insert({ id, person_id: newId(), created_at: at, ...ended });
    return id;
  };
  const sent = await mail(YEAR_AGO, { sent_at: YEAR_AGO });
  const dropped = await mail(YEAR_AGO, { dropped_at: YEAR_AGO });
  const rests = await mail(YEAR_AGO, { sent_at: YEAR_AGO });
  const waiting = await mail(YEAR_AGO, {});
  const young = await mail(LATELY, { sent_at: LATELY });
  const [read, unread, kept] = await giveNotices(knex, {
    person: alice,
    subjects: ['advice-query:a', 'advice-query:b', 'advice-query:c'],
  });
  const set = (id: string | undefined, patch: object) =>
    knex.table('notice').where({ id }).update(patch);
  await set(read, { created_at: YEAR_AGO, read_at: YEAR_AGO, mail_id: sent });
  await set(unread, { created_at: YEAR_AGO });
  await set(kept, { created_at: LATELY, mail_id: rests });

  const both = await Promise.all([sweep(), sweep()]);
  expect(both[0] + both[1]).toBe(4);
  expect(await sweep()).toBe(0);
  expect(await knex.table('notice').pluck('id')).toEqual([kept]);
  expect((await knex.table('mail').pluck('id')).toSorted()).toEqual(
    [rests, waiting, young].toSorted(),
  );
  expect([sent, dropped]).toHaveLength(2);
  const entries = await knex
    .table('ledger_entry')
    .where({ type: 'notifications.old-deleted' });
  expect(entries.length).toBeGreaterThan(0);
});

test('how long they are kept is a setting', () => {
  const read = (notifications?: object) =>
    readNoticeSettings(new ConfigReader({ hub: { notifications } } as never));
  expect(read()).toEqual({ keepMonths: 12 });
  expect(read({ keepMonths: '6' })).toEqual({ keepMonths: 6 });
  expect(() => read({ keepMonths: 0 })).toThrow('keepMonths: Enter a number');
  expect(() => read({ months: 6 })).toThrow('months is no setting');
});
