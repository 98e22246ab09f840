import { newId } from '@imsa-hub/core';
import {
  createTestDatabase,
  downAndUp,
  type TestDatabase,
} from '@imsa-hub/testing';
import type { Knex } from 'knex';
import {
  aPerson,
  aWorld,
  giveNotices,
  notificationsSchema,
} from '../__testUtils__/world';
import { NoticeService } from './NoticeService';
import { NoticeStore } from './NoticeStore';

const subjectsOf = (count: number, name = 'q') =>
  Array.from({ length: count }, (_, index) => `advice-query:${name}${index}`);

describe('NoticeService', () => {
  let database: TestDatabase;
  let knex: Knex;
  let alice: ReturnType<typeof aPerson>;
  let bob: ReturnType<typeof aPerson>;
  let world: ReturnType<typeof aWorld>;
  let notices: NoticeService;

  beforeAll(async () => {
    database = await createTestDatabase({ schemas: [notificationsSchema] });
    knex = database.app('notifications');
  });
  afterAll(() => database?.destroy());
  beforeEach(() => {
    alice = aPerson();
    bob = aPerson();
    world = aWorld(knex, alice, bob);
    notices = new NoticeService({ ...world, store: new NoticeStore(knex) });
  });

  const actor = { id: 'p', chain: 'c' };
  const list = (input: { cursor?: string; limit?: number } = {}) =>
    notices.list({ person: alice, limit: 50, ...input });
  const countOf = async (person = alice) =>
    (await notices.countUnread({ person })).text;

  it('lists a person their own, newest first, page by page', async () => {
    const ids = await giveNotices(knex, {
      person: alice,
      subjects: subjectsOf(120),
    });
    await giveNotices(knex, { person: bob, subjects: subjectsOf(3) });
    const seen: string[] = [];
    let cursor: string | undefined;
    const lengths: number[] = [];
    do {
      const page = await list({ cursor });
      lengths.push(page.notices.length);
      seen.push(...page.notices.map(notice => notice.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(lengths).toEqual([50, 50, 20]);
    expect(seen).toEqual([...ids].reverse());
    expect((await list()).notices[0]).toEqual({
      id: ids.at(-1),
      kind: 'advice.assigned',
      text: 'A query was given to you',
      about: 'ADV-q119',
      path: '/advice/queries/q119',
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      readAt: null,
    });
  });

  it('neither lists nor counts what the person may know of no more', async () => {
    const ids = await giveNotices(knex, {
      person: alice,
      subjects: ['advice-query:a', 'advice-query:b', 'advice-query:a'],
    });
    world.hidden.add(`${alice.id} advice-query:a`);
    expect((await list()).notices.map(notice => notice.id)).toEqual([ids[1]]);
    expect(await countOf()).toBe('1');
    await expect(
      notices.read({ person: alice, actor, noticeId: ids[0] ?? '' }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });

    world.hidden.clear();
    expect((await list()).notices).toHaveLength(3);
    expect(await countOf()).toBe('3');
  });

  it('asks once about each record, not once for each notice', async () => {
    await giveNotices(knex, {
      person: alice,
      subjects: Array.from({ length: 80 }, (_, i) => `advice-query:${i % 2}`),
    });
    world.asked.length = 0;
    await countOf();
    expect([...world.asked].sort()).toEqual([
      'advice-query:0',
      'advice-query:1',
    ]);
  });

  it('hides what nobody can answer for, and says no more of it', async () => {
    await giveNotices(knex, {
      person: alice,
      subjects: ['advice-query:x'],
      type: 'removed.plugin-type',
    });
    await giveNotices(knex, { person: alice, subjects: ['advice-query:bad'] });
    world.failing.add('advice-query:bad');
    expect((await list()).notices).toEqual([]);
    expect(await countOf()).toBe('0');
    expect(world.logged.length).toBeGreaterThan(0);
    expect(JSON.stringify(world.logged)).not.toMatch(/canary|advice-query/);
  });

  it('says which record each is about, asked once, of nothing that is hidden', async () => {
    const subjects = ['a', 'b', 'a', 'nameless', 'hidden'].map(
      name => `advice-query:${name}`,
    );
    const ids = await giveNotices(knex, { person: alice, subjects });
    world.hidden.add(`${alice.id} advice-query:hidden`);
    const about = (await list()).notices.map(notice => notice.about);
    expect(about).toEqual([null, 'ADV-a', 'ADV-b', 'ADV-a']);
    expect(world.namedFor.map(asked => asked.toSorted())).toEqual([
      ['advice-query:a', 'advice-query:b', 'advice-query:nameless'],
    ]);
    const one = { person: alice, actor, noticeId: ids[1] ?? '' };
    expect((await notices.read(one)).about).toBe('ADV-b');
  });

  it('does without the reference where it cannot be told', async () => {
    await giveNotices(knex, {
      person: alice,
      subjects: ['advice-query:unnamable'],
    });
    expect((await list()).notices.map(notice => notice.about)).toEqual([null]);
    expect(world.logged).toHaveLength(1);
    expect(JSON.stringify(world.logged)).not.toMatch(/canary|advice-query/);
  });

  it('finds what is visible beneath many that are not, in bounded work', async () => {
    const [below] = await giveNotices(knex, {
      person: alice,
      subjects: ['advice-query:visible'],
      secondsAgo: 3_600,
    });
    await giveNotices(knex, {
      person: alice,
      subjects: Array.from({ length: 1_100 }, () => 'advice-query:hidden'),
    });
    world.hidden.add(`${alice.id} advice-query:hidden`);
    const first = await list();
    expect(first.notices).toEqual([]);
    expect(first.nextCursor).not.toBeNull();
    const second = await list({ cursor: first.nextCursor ?? undefined });
    expect(second.notices.map(notice => notice.id)).toEqual([below]);
    expect(second.nextCursor).toBeNull();
  });

  it.each([
    [0, '0'],
    [99, '99'],
    [100, '99+'],
    [250, '99+'],
  ])('counts %i as %s', async (count, text) => {
    await giveNotices(knex, { person: alice, subjects: subjectsOf(count) });
    expect(await countOf()).toBe(text);
    expect(await countOf(bob)).toBe('0');
  });

  it('marks one as read, once, and writes it to the ledger', async () => {
    const [id = ''] = await giveNotices(knex, {
      person: alice,
      subjects: ['advice-query:a'],
    });
    const first = await notices.read({ person: alice, actor, noticeId: id });
    const again = await notices.read({ person: alice, actor, noticeId: id });
    expect(first.readAt).not.toBeNull();
    expect(again.readAt).toBe(first.readAt);
    expect(await countOf()).toBe('0');
    const entries = await knex
      .table('ledger_entry')
      .where({ subject: `notice:${id}` });
    expect(entries).toHaveLength(1);
  });

  it("does not find another person's, or one that never was", async () => {
    const [id = ''] = await giveNotices(knex, {
      person: bob,
      subjects: ['advice-query:a'],
    });
    for (const noticeId of [id, newId()]) {
      await expect(
        notices.read({ person: alice, actor, noticeId }),
      ).rejects.toMatchObject({ name: 'NotFoundError', message: '' });
    }
    expect(await countOf(bob)).toBe('1');
  });

  it('marks what was shown as read, and nothing else', async () => {
    const ids = await giveNotices(knex, {
      person: alice,
      subjects: ['advice-query:a', 'advice-query:hidden', 'advice-query:c'],
    });
    await giveNotices(knex, { person: bob, subjects: ['advice-query:a'] });
    const [late] = await giveNotices(knex, {
      person: alice,
      subjects: ['advice-query:late'],
      secondsAgo: 1,
    });
    world.hidden.add(`${alice.id} advice-query:hidden`);
    const upTo = ids[2] ?? '';
    const input = { person: alice, actor, upTo };
    expect(await notices.readAll(input)).toEqual({ read: 2 });
    expect(await notices.readAll(input)).toEqual({ read: 0 });
    expect(await countOf(bob)).toBe('1');
    world.hidden.clear();
    const unread = await notices.list({
      person: alice,
      limit: 50,
      unread: 'only',
    });
    expect(unread.notices.map(notice => notice.id)).toEqual([late, ids[1]]);
  });

  it('takes only paths inside the console', async () => {
    const give = (path: string) =>
      knex.table('notice').insert({
        id: newId(),
        entry_id: newId(),
        plugin: 'advice',
        type: 'a',
        subject: 'b',
        person_id: alice.id,
        kind: 'k',
        path,
      });
    for (const path of [
      '//evil.example',
      'https://evil.example',
      '/a b',
      '/\\e',
      '/a"b',
      '',
    ]) {
      await expect(give(path)).rejects.toMatchObject({ code: '23514' });
    }
    for (const path of [
      '/',
      '/advice/queries/01hq',
      '/advice?tab=mine',
      '/a#b',
    ]) {
      await give(path);
    }
  });

  it('can be taken away and made again, with rows in it', async () => {
    const other = await createTestDatabase({ schemas: [notificationsSchema] });
    try {
      await giveNotices(other.app('notifications'), {
        person: alice,
        subjects: ['advice-query:a'],
      });
      const walked = await downAndUp({
        database: other,
        ...notificationsSchema,
      });
      expect(walked.faults).toEqual([]);
    } finally {
      await other.destroy();
    }
  });
});
