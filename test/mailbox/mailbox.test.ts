import { newId } from '@imsa-hub/core';
import { eventually } from '../support/eventually';
import { aMail, handOver } from '@imsa-hub/testing';
import {
  HARBOUR,
  HUB,
  people,
  startMailboxWorld,
  type MailboxWorld,
  type Who,
} from './startMailboxWorld';

jest.setTimeout(60_000);

describe('the advice mailbox', () => {
  let world: MailboxWorld;

  beforeAll(async () => {
    world = await startMailboxWorld();
  });
  afterAll(() => world?.stop());
  afterEach(async () => {
    world.sent.length = 0;
    await world.notifications.table('notice').delete();
    await world.notifications.table('mail').delete();
    await world.advice.table('mailbox_note').delete();
    await world.advice.table('mailbox_mail').delete();
  });

  const mails = () => world.advice.table('mailbox_mail').orderBy('id');

  /** What the hub sent to the address of the mails below. */
  const toJo = () =>
    world.sent.filter(({ to }) => to.includes('jo@mail.example'));

  async function arrive(
    headers: Record<string, string> = {},
    body?: string,
  ): Promise<string> {
    const before = await mails().pluck('id');
    const raw = aMail(headers, body);
    expect(await handOver({ port: world.port, raw })).toMatch(/^250/);
    const [id] = (await mails().pluck('id')).filter(
      (one: string) => !before.includes(one),
    );
    return id;
  }

  const aLog = (part: object = {}) => ({
    version: 1,
    question: 'Where can she stay tonight?',
    under18: 'no',
    nation: 'england',
    areas: ['housing-rights'],
    safety: {
      'nowhere-safe-tonight': 'yes',
      'contact-with-exploiter': 'no',
      'removal-eviction-or-detention': 'not-known',
    },
    interpreter: 'not-known',
    askerKind: 'survivor',
    requestKey: newId(),
    ...part,
  });
  const log = (who: Who, id: string, part: object = {}) =>
    world.ask(who, 'POST', `/mails/${id}/log`, aLog(part));

  it('takes a mail in sealed, tells the coordinator, and shows it', async () => {
    const id = await arrive();
    const [row] = await mails();
    expect(row).toMatchObject({ id, status: 'waiting', automatic: false });
    expect(JSON.stringify(row)).not.toMatch(/canary|jo@mail/);
    await eventually(async () => {
      const notices = await world.notifications
        .table('notice')
        .where({ subject: `advice-mail:${id}` });
      expect(notices).toMatchObject([
        {
          person_id: people.coordinator.id,
          kind: 'advice.mail-received',
          path: `/advice/mail/${id}`,
        },
      ]);
    });
    const list = await world.ask('coordinator', 'GET', '/mails');
    expect(list.body).toMatchObject({ rows: [{ id }], connected: true });
    expect(JSON.stringify(list.body)).not.toMatch(/canary|jo@mail/);
    const day = await world.ask('senior', 'GET', '/day');
    expect(day.body.mailToLog).toBe(1);
    const { body } = await world.ask('senior', 'GET', `/mails/${id}`);
    expect(body).toMatchObject({
      sender: { address: 'jo@mail.example', name: 'Jo' },
      subject: 'A question subject-canary',
      text: 'Where can she stay tonight? mail-canary',
      allowedActions: ['log', 'set-aside'],
    });
    const read = await world.advice
      .table('ledger_entry')
      .where({ type: 'advice.mail-read', subject: `advice-mail:${id}` });
    expect(read).toMatchObject([{ actor: people.senior.id }]);
  });

  it('is not logged where it is about somebody under 18, and stays to be set aside', async () => {
    const id = await arrive();
    const before = await world.advice.table('query').count('* as rows').first();
    const child = await log('coordinator', id, { under18: 'yes' });
    expect(child.status).toBe(400);
    expect(child.body).toMatchObject({
      error: {
        fieldErrors: [
          {
            field: 'body.under18',
            message: expect.stringContaining('children’s services'),
          },
        ],
      },
    });
    const after = await world.advice.table('query').count('* as rows').first();
    expect(after).toEqual(before);
    const { body } = await world.ask('coordinator', 'GET', `/mails/${id}`);
    expect(body).toMatchObject({
      status: 'waiting',
      allowedActions: ['log', 'set-aside'],
    });
  });

  it.each<[Who, number]>([
    ['imsa', 403],
    ['officer', 403],
    ['admin', 403],
  ])('is closed to %s', async (who, status) => {
    const id = await arrive();
    expect((await world.ask(who, 'GET', '/mails')).status).toBe(status);
    const one = await world.ask(who, 'GET', `/mails/${id}`);
    const none = await world.ask(who, 'GET', `/mails/${newId()}`);
    expect(one.status).toBe(404);
    expect(one.body.error).toEqual(none.body.error);
    expect((await log(who, id)).status).toBe(404);
  });

  it('takes a mail once, however often it is delivered', async () => {
    const raw = aMail();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => handOver({ port: world.port, raw })),
    );
    expect(answers.every(answer => answer.startsWith('250'))).toBe(true);
    expect(await mails()).toHaveLength(1);
    await handOver({ port: world.port, raw });
    expect(await mails()).toHaveLength(1);
  });

  it('does not lose a mail to another one with its Message-ID', async () => {
    const same = { 'Message-ID': '<guessed@mail.example>' };
    await arrive(same, 'Nothing');
    await arrive(same, 'The real question');
    expect(await mails()).toHaveLength(2);
  });

  it('makes a query of it, since when it came, and moves its key', async () => {
    const id = await arrive();
    await mails().update({ received_at: new Date('2026-11-20T10:00:00Z') });
    const { status, body } = await log('senior', id);
    expect(status).toBe(201);
    expect(body.receiptCode).toBeNull();
    const query = await world.ask('senior', 'GET', `/queries/${body.id}`);
    expect(query.body).toMatchObject({
      channel: 'mailbox',
      receivedAt: '2026-11-20T10:00:00.000Z',
      askerKind: 'survivor',
      asker: null,
    });
    const keys = world.advice.table('sealed_case');
    expect(await keys.clone().where({ case_id: id }).first()).toMatchObject({
      wrapped: null,
    });
    const mail = await world.ask('coordinator', 'GET', `/mails/${id}`);
    expect(mail.body).toMatchObject({
      text: 'Where can she stay tonight? mail-canary',
      query: { id: body.id },
      allowedActions: [],
    });
    // The end of the query's key is the end of the mail.
    const [row] = await mails();
    expect(row.sealed_text).not.toBeNull();
    expect(toJo()).toEqual([]);
  });

  it('lets one of two log it, and tells the other who', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await arrive();
      const answers = await Promise.all([
        log('senior', id),
        log('coordinator', id),
        log('manager', id),
      ]);
      const won = answers.filter(answer => answer.status === 201);
      const lost = answers.filter(answer => answer.status === 409);
      expect([won.length, lost.length]).toEqual([1, 2]);
      for (const { body } of lost) {
        expect(body.error.message).toMatch(
          /^(Sami Senior|Cora Coordinator|Mona Manager) has logged this mail as ADV-/,
        );
      }
      const queries = await world.advice
        .table('query')
        .where({ id: won[0]?.body.id });
      expect(queries).toHaveLength(1);
    }
  });

  it('gives the same answer to the same press, with the code that counts', async () => {
    const id = await arrive();
    const request = { requestKey: newId(), giveReceiptCode: true };
    const first = await log('senior', id, request);
    const again = await log('senior', id, request);
    expect(again.status).toBe(201);
    expect(again.body.id).toBe(first.body.id);
    expect(again.body.receiptCode).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    expect(await readBy(again.body.receiptCode)).toBe(true);
    expect(await readBy(first.body.receiptCode)).toBe(false);
  });

  /** Whether a code opens a query, by the table of hashes. */
  async function readBy(code: string): Promise<boolean> {
    const { createHmac } = jest.requireActual('node:crypto');
    const hash = createHmac('sha256', Buffer.alloc(32, 3))
      .update(`receipt\n${code}`)
      .digest('hex');
    const found = await world.advice
      .table('query')
      .where({ receipt_hash: hash });
    return found.length === 1;
  }

  it('is closed to whom the query is closed to', async () => {
    const id = await arrive();
    const { body } = await log('senior', id, {
      subjectOrganisationId: HARBOUR.id,
    });
    for (const path of [`/mails/${id}`, `/queries/${body.id}/mail`]) {
      expect((await world.ask('harbourSenior', 'GET', path)).status).toBe(404);
      expect((await world.ask('senior', 'GET', path)).status).toBe(200);
    }
    expect((await log('harbourSenior', id)).status).toBe(404);
  });

  it('is closed, before it is logged, to whose employer it names', async () => {
    const id = await arrive(
      {},
      'The staff of harbour   light SUPPORT took her papers.',
    );
    const seen = async (who: Who) => {
      const list = await world.ask(who, 'GET', '/mails');
      const one = await world.ask(who, 'GET', `/mails/${id}`);
      const day = await world.ask(who, 'GET', '/day');
      return [list.body.rows.length, one.status, day.body.mailToLog];
    };
    expect(await seen('harbourSenior')).toEqual([0, 404, 0]);
    expect(await seen('senior')).toEqual([1, 200, 1]);
    expect(await seen('coordinator')).toEqual([1, 200, 1]);
    expect((await log('harbourSenior', id)).status).toBe(404);
    // Its query is closed to them too, until triage says what it is about.
    const path = `/queries/${(await log('senior', id)).body.id}`;
    expect((await world.ask('harbourSenior', 'GET', path)).status).toBe(404);
    expect((await world.ask('senior', 'GET', path)).status).toBe(200);
  });

  it('keeps a mail that is put back with the query it was taken to repeat', async () => {
    const id = await arrive();
    const other = await arrive({ 'message-id': `<${newId()}@mail.example>` });
    const logged = await log('senior', other, {
      subjectOrganisationId: HUB.id,
    });
    expect(logged.status).toBe(201);
    const aside = (version: number, category: string) =>
      world.ask('senior', 'POST', `/mails/${id}/set-aside`, {
        version,
        category,
        duplicateOfId: category === 'duplicate' ? logged.body.id : null,
        reason: 'Sent twice',
      });
    expect((await aside(1, 'duplicate')).status).toBe(200);
    const back = await world.ask('senior', 'POST', `/mails/${id}/put-back`, {
      version: 2,
    });
    expect(back.body).toMatchObject({ status: 'waiting' });
    const seenBy = async (who: Who) => {
      const { body } = await world.ask(who, 'GET', '/mails');
      const one = await world.ask(who, 'GET', `/mails/${id}`);
      return [body.rows.length, one.status];
    };
    expect(await seenBy('coordinator')).toEqual([0, 404]);
    expect(await seenBy('manager')).toEqual([0, 404]);
    expect(await seenBy('harbourSenior')).toEqual([1, 200]);
    expect((await aside(3, 'spam')).status).toBe(200);
    expect((await seenBy('coordinator'))[1]).toBe(404);
    expect((await seenBy('senior'))[1]).toBe(200);
  });

  it('sets a mail aside with a reason, and puts it back', async () => {
    const id = await arrive();
    const aside = (part: object) =>
      world.ask('senior', 'POST', `/mails/${id}/set-aside`, {
        version: 1,
        category: 'spam',
        reason: 'An advertisement',
        ...part,
      });
    expect((await aside({ reason: ' ' })).status).toBe(400);
    const done = await aside({});
    expect(done.body).toMatchObject({
      status: 'set-aside',
      category: 'spam',
      reason: 'An advertisement',
      handledBy: { name: 'Sami Senior' },
      allowedActions: ['put-back'],
    });
    const late = await log('coordinator', id);
    expect(late.status).toBe(409);
    expect(late.body.error.message).toMatch(
      'Sami Senior has set this mail aside',
    );
    const list = await world.ask('manager', 'GET', '/mails?view=set-aside');
    expect(list.body.rows).toMatchObject([{ id }]);
    const back = await world.ask('manager', 'POST', `/mails/${id}/put-back`, {
      version: 2,
    });
    expect(back.body).toMatchObject({ status: 'waiting', reason: null });
    expect((await log('senior', id)).status).toBe(409);
    expect((await log('senior', id, { version: 3 })).status).toBe(201);
  });

  it('lets a duplicate follow the query that it repeats', async () => {
    const first = await log('senior', await arrive(), {
      subjectOrganisationId: HARBOUR.id,
    });
    const id = await arrive({}, 'Again');
    const aside = (who: Who, duplicateOfId: string | null) =>
      world.ask(who, 'POST', `/mails/${id}/set-aside`, {
        version: 1,
        category: 'duplicate',
        reason: 'Sent twice',
        duplicateOfId,
      });
    expect((await aside('harbourSenior', first.body.id)).status).toBe(400);
    expect((await aside('senior', null)).status).toBe(400);
    const done = await aside('senior', first.body.id);
    expect(done.body.query).toEqual({
      id: first.body.id,
      reference: first.body.reference,
    });
    const list = (who: Who) => world.ask(who, 'GET', '/mails?view=set-aside');
    expect((await list('harbourSenior')).body.rows).toEqual([]);
    expect((await list('coordinator')).body.rows).toHaveLength(1);
  });

  it('takes no more and no less than what is asked for', async () => {
    const id = await arrive();
    for (const part of [
      { more: true },
      { writing: 'sometimes' },
      { version: 0 },
      { nation: 'france' },
      { subjectOrganisationId: newId() },
    ]) {
      expect((await log('senior', id, part)).status).toBe(400);
    }
    const cursor = Buffer.from('[1,"2026-01-01T00:00:00.000Z","a"]').toString(
      'base64url',
    );
    const page = await world.ask('senior', 'GET', `/mails?cursor=${cursor}`);
    expect(page.status).toBe(400);
    expect(await mails()).toMatchObject([{ status: 'waiting' }]);
  });

  it('leads through many mails page by page', async () => {
    const [row] = await (async () => {
      await arrive();
      return mails();
    })();
    await world.advice.table('mailbox_mail').insert(
      Array.from({ length: 60 }, (_, index) => ({
        ...row,
        id: newId(),
        fingerprint: `copy ${index}`,
        received_at: new Date('2026-11-20T10:00:00Z'),
      })),
    );
    const first = await world.ask('senior', 'GET', '/mails');
    const second = await world.ask(
      'senior',
      'GET',
      `/mails?cursor=${first.body.next}`,
    );
    const ids = [...first.body.rows, ...second.body.rows].map(
      (one: { id: string }) => one.id,
    );
    expect([first.body.rows.length, second.body.rows.length]).toEqual([50, 11]);
    expect(new Set(ids).size).toBe(61);
    expect(second.body.next).toBeNull();
  });

  it('says nothing of a mail in logs, ledger and notices', async () => {
    const id = await arrive();
    await log('senior', id, { giveReceiptCode: true, writing: 'without-code' });
    await eventually(async () => expect(toJo()).toHaveLength(1));
    const everything = [
      world.logged,
      await world.advice.table('ledger_entry'),
      await world.notifications.table('notice'),
      await world.notifications.table('mail'),
      await world.notifications.table('ledger_entry'),
      await world.advice.table('mailbox_mail'),
      await world.advice.table('mailbox_note'),
      await world.advice.table('query'),
    ];
    expect(JSON.stringify(everything)).not.toMatch(/canary|jo@mail|Jo </i);
  });
});
