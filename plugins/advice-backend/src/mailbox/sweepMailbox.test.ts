import { ConfigReader } from '@backstage/config';
import {
  createUnitOfWork,
  LocalKeyManagement,
  Sealing,
  type HubService,
} from '@imsa-hub/core-node';
import {
  aMail,
  createTestDatabase,
  type TestDatabase,
} from '@imsa-hub/testing';
import type { Knex } from 'knex';
import { join } from 'node:path';
import type { Mailbox } from './createMailbox';
import { createMailFingerprints } from './mailFingerprints';
import { MailIntake } from './MailIntake';
import { MailSealing } from './MailSealing';
import { readMail } from './readMail';
import { sweepMailbox } from './sweepMailbox';

const MIGRATIONS = join(__dirname, '../../migrations');
const key = Buffer.alloc(32, 7).toString('base64');
const config = new ConfigReader({
  hub: {
    receipts: { key },
    sealing: { masterKeys: [{ id: 'k', secret: key }] },
  },
});

describe('mails that were set aside', () => {
  let database: TestDatabase;
  let knex: Knex;
  let mailbox: Mailbox;

  beforeAll(async () => {
    database = await createTestDatabase({
      schemas: [{ schema: 'advice', migrations: MIGRATIONS }],
    });
    knex = database.app('advice');
    const hub = {
      database: knex,
      pluginId: 'advice',
      systemActor: { id: 'system', chain: 'system' },
      people: { organisations: () => [], withRole: () => [] },
      work: createUnitOfWork({
        knex,
        ledgerKey: Buffer.alloc(32, 1),
        pluginId: 'advice',
      }),
      sealing: new Sealing({
        knex,
        schema: 'advice',
        keyManagement: LocalKeyManagement.fromConfig(config),
      }),
    } as unknown as HubService;
    const sealing = new MailSealing(hub.sealing);
    const fingerprints = createMailFingerprints(config);
    mailbox = {
      context: { hub },
      settings: { keepSetAsideDays: 30 },
      sealing,
      fingerprints,
      intake: new MailIntake({ hub, sealing, fingerprints, ownAddress: '' }),
    } as unknown as Mailbox;
  });
  afterAll(() => database?.destroy());

  it('lose their content after 30 days, and are known when they come again', async () => {
    const mail = await readMail({
      raw: Buffer.from(aMail()),
      envelopeSender: 'jo@mail.example',
    });
    const others = await Promise.all(
      ['set-aside', 'waiting'].map(async (status, index) => {
        const one = { ...mail, messageId: `<other-${index}>` };
        await mailbox.intake.take(one);
        return status;
      }),
    );
    expect(others).toHaveLength(2);
    expect(await mailbox.intake.take(mail)).toBe(true);
    const [old] = await knex
      .table('mailbox_mail')
      .where({ fingerprint: mailbox.fingerprints.mail(mail) });
    const aside = (id: string, days: number) =>
      knex
        .table('mailbox_mail')
        .where({ id })
        .update({
          status: 'set-aside',
          category: 'spam',
          handled_by: 'p',
          handled_at: new Date(Date.now() - days * 86_400_000),
        });
    const [young] = await knex
      .table('mailbox_mail')
      .whereNot({ id: old.id })
      .limit(1);
    await aside(old.id, 30.1);
    await aside(young.id, 29.9);

    const swept = await Promise.all([
      sweepMailbox(mailbox),
      sweepMailbox(mailbox),
    ]);
    expect(swept[0] + swept[1]).toBe(1);
    const [row] = await knex.table('mailbox_mail').where({ id: old.id });
    expect(row).toMatchObject({
      status: 'destroyed',
      sealed_text: null,
      sealed_sender: null,
      sealed_subject: null,
      sealed_attachments: null,
      sender_fingerprint: null,
    });
    await expect(
      mailbox.sealing.open({
        knex,
        row: { ...old, status: 'set-aside' },
        column: 'sealed_text',
      }),
    ).resolves.toBeNull();
    const left = await knex
      .table('mailbox_mail')
      .whereNot({ id: old.id })
      .pluck('status');
    expect(left.sort()).toEqual(['set-aside', 'waiting']);
    expect(await mailbox.intake.take(mail)).toBe(false);
  });

  it('go down and up again with their tables', async () => {
    const { up, down } = jest.requireActual(
      join(MIGRATIONS, '20261127090000_mailbox.js'),
    );
    const owner = database.owner;
    await owner.transaction(async trx => {
      await trx.raw('set local search_path to advice');
      await down(trx);
      const { rows } = await trx.raw(
        "select to_regclass('advice.mailbox_mail') as there",
      );
      expect(rows[0].there).toBeNull();
      await up(trx);
    });
    expect(await owner.withSchema('advice').table('mailbox_mail')).toEqual([]);
  });
});
