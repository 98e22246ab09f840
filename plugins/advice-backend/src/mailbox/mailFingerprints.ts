import type { Config } from '@backstage/config';
import { readKey } from '@imsa-hub/core-node';
import { createHmac } from 'node:crypto';
import type { IncomingMail } from './readMail';

/** Keyed hashes by which a mail and an address are known again. */
export interface MailFingerprints {
  /**
   * Of a mail. Its Message-ID alone is the sender's to choose: who uses one
   * twice must not make another mail disappear, so its words count too.
   */
  mail(mail: IncomingMail): string;
  /** Of an address, however it is written. */
  address(address: string): string;
}

/** Fingerprints under the receipts' key, apart from every other use of it. */
export function createMailFingerprints(config: Config): MailFingerprints {
  const key = readKey(config, 'hub.receipts.key');
  const hash = (...parts: readonly string[]) =>
    createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex');
  return {
    mail: ({ messageId, sender, subject, text, attachments }) =>
      hash(
        'mailbox mail',
        messageId,
        sender?.address ?? '',
        subject,
        text,
        ...attachments,
      ),
    address: address => hash('mailbox address', address.toLowerCase()),
  };
}
