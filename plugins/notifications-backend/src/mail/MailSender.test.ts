import { createTestDatabase, type TestDatabase } from '@imsa-hub/testing';
import type { Knex } from 'knex';
import { startMailServer } from '../__testUtils__/mailServer';
import {
  aPerson,
  aWorld,
  giveNotices,
  notificationsSchema,
} from '../__testUtils__/world';
import { PreferenceStore } from '../preferences/PreferenceStore';
import { createOutsideMailSources } from '@imsa-hub/core-node';
import { MailSender } from './MailSender';
import { MailStore, type MailTimes } from './MailStore';
import { createSmtpTransport, type MailTransport } from './MailTransport';
import { OutsideMailer } from './OutsideMailer';
import { createOutsideWords } from './outsideWords';
import { createWaitingMail } from './waitingMail';

const from = {
  baseUrl: 'https://console.hub.example',
  from: 'IMSA Hub <no-reply@hub.example>',
};
const waitingMail = createWaitingMail(from);
const outsideMail = createOutsideMailSources();
const systemActor = { id: 'system', chain: 'system' };

describe('MailSender', () => {
  let database: TestDatabase;
  let knex: Knex;
  let mailServer: Awaited<ReturnType<typeof startMailServer>>;
  let transport: MailTransport;
  let alice: ReturnType<typeof aPerson>;
  let bob: ReturnType<typeof aPerson>;
  let world: ReturnType<typeof aWorld>;
  let preferences: PreferenceStore;

  beforeAll(async () => {
    database = await createTestDatabase({ schemas: [notificationsSchema] });
    knex = database.app('notifications');
    mailServer = await startMailServer();
    transport = createSmtpTransport({ url: mailServer.url });
  });
  afterAll(async () => {
    transport?.close();
    await mailServer?.stop();
    await database?.destroy();
  });
  beforeEach(() => {
    alice = aPerson();
    bob = aPerson();
    world = aWorld(knex, alice, bob);
    preferences = new PreferenceStore({ knex, work: world.work });
  });
  afterEach(async () => {
    mailServer.taken.length = 0;
    mailServer.state.refuseWith = 0;
    await knex.table('notice').delete();
    await knex.table('mail').delete();
  });

  function senderWith(
    options: {
      transport?: MailTransport;
      pool?: Knex;
      beforeSending?(): Promise<void>;
    } & Partial<MailTimes> = {},
  ): MailSender {
    const { transport: other, pool, beforeSending, ...times } = options;
    return new MailSender({
      ...world,
      people: world.directory,
      preferences: Object.assign(Object.create(preferences), {
        async of(personId: string) {
          if ((await mails()).length > 0) await beforeSending?.();
          return preferences.of(personId);
        },
      }),
      systemActor,
      transport: other ?? transport,
      waitingMail,
      outside: new OutsideMailer({
        sources: outsideMail,
        words: createOutsideWords(from),
      }),
      mostAttempts: 3,
      store: new MailStore({
        knex: pool ?? knex,
        times: { period: 60, settle: 5, firstWait: 60, ...times },
      }),
    });
  }

  const mails = () => knex.table('mail').orderBy('id');
  const give = (person = alice, ...subjects: string[]) =>
    giveNotices(knex, {
      person,
      subjects: subjects.length > 0 ? subjects : ['advice-query:a'],
    });
  /** As when PostgreSQL dies: what was written and not committed is gone. */
  const cutConnections = () =>
    knex.raw(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity
       where datname = current_database() and usename = 'hub_app'
         and state = 'idle in transaction'`,
    );
  const makeDue = () =>
    knex.table('mail').update({ not_before: knex.fn.now() });

  it('sends one mail for all that waits, and records it', async () => {
    await give(alice, 'advice-query:a', 'advice-query:b', 'advice-query:c');
    await give(bob);
    await senderWith().round();
    expect(mailServer.taken.map(mail => mail.to[0]).sort()).toEqual(
      [alice.email, bob.email].sort(),
    );
    const [mail] = await mails().where({ person_id: alice.id });
    expect(mail).toMatchObject({ attempts: 1, last_error: null });
    expect(mail.sent_at).toBeInstanceOf(Date);
    const told = await knex.table('notice').where({ mail_id: mail.id });
    expect(told).toHaveLength(3);
    const entries = await knex
      .table('ledger_entry')
      .where({ subject: `mail:${mail.id}` })
      .select('type', 'publish');
    expect(entries).toEqual([
      { type: 'notifications.mail-sent', publish: false },
    ]);
    await senderWith().round();
    expect(mailServer.taken).toHaveLength(2);
  });

  it('says nothing of what, or who', async () => {
    await give(alice, 'advice-query:canary');
    await senderWith().round();
    const raw = mailServer.taken[0]?.raw ?? '';
    expect(raw).toContain('Subject: Something is waiting for you in IMSA Hub');
    expect(raw).toContain('Auto-Submitted: auto-generated');
    expect(raw).not.toMatch(/canary|advice|query/i);
    const [mail] = await mails();
    expect(mailServer.taken[0]?.messageId).toBe(
      `<${mail.id}@console.hub.example>`,
    );
  });

  it('waits a little for company, and leaves out what was read', async () => {
    await giveNotices(knex, {
      person: alice,
      subjects: ['advice-query:new'],
      secondsAgo: 1,
    });
    const [id] = await give(bob);
    await knex.table('notice').where({ id }).update({ read_at: knex.fn.now() });
    await senderWith().round();
    expect(mailServer.taken).toEqual([]);
    expect(await mails()).toEqual([]);
  });

  it('sends a person one mail in a period', async () => {
    await give();
    await senderWith().round();
    await give(alice, 'advice-query:b');
    await senderWith().round();
    expect(mailServer.taken).toHaveLength(1);
    await knex
      .table('mail')
      .update({ created_at: knex.raw("now() - interval '61 seconds'") });
    await senderWith().round();
    expect(mailServer.taken).toHaveLength(2);
  });

  it('makes and sends one mail when two replicas compete', async () => {
    const crowd = Array.from({ length: 30 }, () => aPerson());
    world.become(...crowd);
    for (const person of crowd) await give(person, 'advice-query:a');
    const other = database.app('notifications');
    await Promise.all([
      senderWith().round(),
      senderWith({ pool: other }).round(),
      senderWith().round(),
    ]);
    await senderWith().round();
    const recipients = mailServer.taken.map(mail => mail.to[0]);
    expect(recipients.sort()).toEqual(crowd.map(({ email }) => email).sort());
  });

  it('does not send what another replica has sent meanwhile', async () => {
    await give();
    const slow = senderWith({
      beforeSending: async () => {
        await makeDue();
        await senderWith({ pool: database.app('notifications') }).round();
      },
    });
    await slow.round();
    expect(mailServer.taken).toHaveLength(1);
    expect(await mails()).toMatchObject([{ attempts: 2, last_error: null }]);
  });

  it('sends nothing to those who left, switched off, or may not know', async () => {
    const carol = aPerson();
    world.become(alice, bob);
    await preferences.put({
      personId: bob.id,
      actor: systemActor,
      preferences: { mail: false },
    });
    world.hidden.add(`${alice.id} advice-query:a`);
    await give(alice);
    await give(bob);
    await give(carol);
    await senderWith().round();
    expect(mailServer.taken).toEqual([]);
    expect(await mails()).toEqual([]);
    const skipped = await knex.table('notice').pluck('mail_skipped');
    expect(skipped.sort()).toEqual(['left', 'not-admitted', 'switched-off']);
  });

  it('takes nobody for a leaver while the register cannot be read', async () => {
    await give(alice);
    world.become();
    let away = true;
    world.directory.refresh = async () => {
      if (away) throw new Error('The register is away');
      world.become(alice, bob);
    };
    await expect(senderWith().round()).rejects.toThrow('away');
    expect(await knex.table('notice').pluck('mail_skipped')).toEqual([null]);
    away = false;
    await senderWith().round();
    expect(mailServer.taken.map(mail => mail.to[0])).toEqual([alice.email]);
  });

  it('leaves what nobody can answer for until somebody can', async () => {
    await give();
    world.failing.add('advice-query:a');
    await senderWith().round();
    expect(mailServer.taken).toEqual([]);
    world.failing.clear();
    await senderWith().round();
    expect(mailServer.taken).toHaveLength(1);
  });

  it.each([
    ['the person left', () => world.become(bob), 'left'],
    [
      'the record was closed to them',
      () => world.hidden.add(`${alice.id} advice-query:a`),
      'nothing-waiting',
    ],
    [
      'all was read',
      () => knex.table('notice').update({ read_at: knex.fn.now() }),
      'nothing-waiting',
    ],
  ])('does not send a waiting mail after %s', async (_, happen, why) => {
    await give();
    mailServer.state.refuseWith = 451;
    await senderWith().round();
    mailServer.state.refuseWith = 0;
    await happen();
    await makeDue();
    await senderWith().round();
    expect(mailServer.taken).toEqual([]);
    expect(await mails()).toMatchObject([{ last_error: why, sent_at: null }]);
  });

  it('tries again later, under the same Message-ID, and tells no secrets', async () => {
    await give();
    mailServer.state.refuseWith = 451;
    await senderWith().round();
    const [failed] = await mails();
    expect(failed).toMatchObject({
      attempts: 1,
      last_error: 'EENVELOPE-451',
      sent_at: null,
      dropped_at: null,
    });
    const wait = failed.not_before.getTime() - Date.now();
    expect(wait).toBeGreaterThan(50_000);
    expect(wait).toBeLessThan(61_000);
    mailServer.state.refuseWith = 0;
    await senderWith().round();
    expect(mailServer.taken).toEqual([]);
    await makeDue();
    await senderWith().round();
    expect(mailServer.taken[0]?.messageId).toContain(failed.id);
    expect(JSON.stringify(world.logged)).not.toMatch(/canary|hub\.example/);
  });

  it('gives up after so many tries, and names the mail', async () => {
    await give();
    mailServer.state.refuseWith = 550;
    await senderWith().round();
    for (let index = 0; index < 3; index += 1) {
      await makeDue();
      await senderWith().round();
    }
    const [mail] = await mails();
    expect(mail).toMatchObject({ attempts: 3, last_error: 'EENVELOPE-550' });
    expect(mail.dropped_at).toBeInstanceOf(Date);
    expect(world.logged).toContainEqual([
      'A mail was given up',
      { mailId: mail.id, code: 'EENVELOPE-550' },
    ]);
  });

  it('gives up at once on an address that could be a header', async () => {
    world.become({ ...alice, email: 'a@hub.example\r\nBcc: all@hub.example' });
    await give();
    await senderWith().round();
    expect(mailServer.taken).toEqual([]);
    expect(await mails()).toMatchObject([{ last_error: 'unusable-address' }]);
  });

  it('hands a mail over again when it dies between taken and marked', async () => {
    await give();
    let deaths = 0;
    const dying: MailTransport = {
      ...transport,
      async send(mail) {
        await transport.send(mail);
        deaths += 1;
        // The server took it; the connection that would mark it is cut.
        await cutConnections();
        throw new Error('the process ended');
      },
    };
    await senderWith({ transport: dying }).round();
    expect(deaths).toBeGreaterThan(0);
    expect((await mails())[0].sent_at).toBeNull();
    await makeDue();
    await senderWith().round();
    await senderWith().round();
    expect(new Set(mailServer.taken.map(mail => mail.messageId)).size).toBe(1);
    expect(mailServer.taken).toHaveLength(deaths + 1);
    expect(await mails()).toMatchObject([{ dropped_at: null }]);
    expect((await mails())[0].sent_at).toBeInstanceOf(Date);
  });

  it('remembers what the mail server took when the database is lost before it is noted', async () => {
    await give();
    let cuts = 0;
    const sender = senderWith({
      transport: {
        ...transport,
        async send(mail) {
          await transport.send(mail);
          if (cuts > 0) return;
          cuts += 1;
          await cutConnections();
        },
      },
    });
    await sender.round();
    await makeDue();
    await sender.round();
    expect([cuts, mailServer.taken.length]).toEqual([1, 1]);
    expect((await mails())[0].sent_at).toBeInstanceOf(Date);
  });

  it('gives up a mail whose tries all ended with the process', async () => {
    await give();
    await senderWith({
      transport: { ...transport, send: () => Promise.reject(new Error('x')) },
    }).round();
    await knex.table('mail').update({
      attempts: 3,
      last_error: null,
      dropped_at: null,
      not_before: knex.fn.now(),
    });
    await senderWith().round();
    expect(mailServer.taken).toEqual([]);
    expect(await mails()).toMatchObject([{ last_error: 'interrupted' }]);
  });

  it('leaves a mail server alone that takes nothing', async () => {
    const crowd = Array.from({ length: 10 }, () => aPerson());
    world.become(...crowd);
    for (const person of crowd) await give(person, 'advice-query:a');
    const send = jest.fn(() =>
      Promise.reject(Object.assign(new Error('down'), { code: 'ECONNECTION' })),
    );
    await senderWith({ transport: { send, close: () => undefined } }).round();
    expect(send).toHaveBeenCalledTimes(3);
    await makeDue();
    await senderWith().round();
    expect(mailServer.taken).toHaveLength(10);
  });
});
