import { newId } from '@imsa-hub/core';
import type { HubService } from '@imsa-hub/core-node';
import { organisationsNamed } from '../access/organisationsNamed';
import { mailSubjectOf } from './MailDbRow';
import type { MailFingerprints } from './mailFingerprints';
import type { MailSealing } from './MailSealing';
import type { IncomingMail } from './readMail';

// Narrower than what mail allows, as the sender of mails is.
const ANSWERABLE =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,8}$/;

/** Whoever wrote: nobody is known by a mail. */
const OUTSIDE = { id: 'public', chain: 'public' };

/** Takes mails in: once each, sealed, and not before it is committed. */
export class MailIntake {
  constructor(
    private readonly options: {
      hub: HubService;
      sealing: MailSealing;
      fingerprints: MailFingerprints;
      /** The mailbox's own address, which is never written to. */
      ownAddress: string;
    },
  ) {}

  /** @returns whether it is new; false for a mail that came before */
  async take(
    mail: IncomingMail,
    given: { receivedAt?: string; demo?: boolean } = {},
  ): Promise<boolean> {
    const { hub, sealing, fingerprints } = this.options;
    const id = newId();
    return hub.work.run(OUTSIDE, async ({ trx, now, record }) => {
      const fingerprint = fingerprints.mail(mail);
      // Two deliveries at once: the second waits for the first, then finds it.
      await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
        `mailbox ${fingerprint}`,
      ]);
      const before = await trx
        .from('mailbox_mail')
        .where({ fingerprint })
        .first('id');
      if (before) return false;
      await hub.sealing.openCase({ trx, caseId: id });
      const seal = (
        column:
          | 'sealed_sender'
          | 'sealed_subject'
          | 'sealed_text'
          | 'sealed_attachments',
        text: string,
      ) => sealing.seal({ trx, caseId: id, mailId: id, column, text });
      const { sender } = mail;
      await trx.table('mailbox_mail').insert({
        id,
        fingerprint,
        status: 'waiting',
        received_at: given.receivedAt ?? now,
        automatic: mail.automatic,
        answerable: this.isAnswerable(mail),
        cut: mail.cut,
        attachment_count: mail.attachments.length,
        sender_fingerprint: sender && fingerprints.address(sender.address),
        named_organisation_ids: organisationsNamed(
          hub.people,
          `${mail.subject}\n${mail.text}`,
        ),
        demo: given.demo ?? false,
        sealed_sender: await seal('sealed_sender', JSON.stringify(sender)),
        sealed_subject: await seal('sealed_subject', mail.subject),
        sealed_text: await seal('sealed_text', mail.text),
        sealed_attachments: await seal(
          'sealed_attachments',
          JSON.stringify(mail.attachments),
        ),
      });
      record({
        type: 'advice.mail-received',
        subject: mailSubjectOf(id),
        after: { automatic: mail.automatic },
        publish: !given.demo,
      });
      return true;
    });
  }

  private isAnswerable({ automatic, sender }: IncomingMail): boolean {
    const address = sender?.address ?? '';
    return (
      !automatic &&
      ANSWERABLE.test(address) &&
      address.toLowerCase() !== this.options.ownAddress
    );
  }
}
