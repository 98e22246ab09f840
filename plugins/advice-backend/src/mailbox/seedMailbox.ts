import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Mailbox } from './createMailbox';
import { readMail } from './readMail';

const MailsSchema = z.strictObject({
  mails: z
    .array(
      z.strictObject({
        /** How many hours before it is loaded the mail came. */
        hoursAgo: z.number().min(0).max(1_000),
        /** The mail as a mail server hands it over. */
        raw: z.string(),
      }),
    )
    .min(1),
});

const HOUR = 3_600_000;

/**
 * Takes in a few invented mails, so that the list is alive; by the same way as
 * real ones. Mails that are there are left alone.
 *
 * @returns how many were added
 */
export async function seedMailbox(options: {
  mailbox: Mailbox;
  /** Folder with `demo/mailbox.yaml`. */
  catalogFolder: string;
  now?: Date;
}): Promise<number> {
  const now = (options.now ?? new Date()).getTime();
  const file = path.join(options.catalogFolder, 'demo', 'mailbox.yaml');
  const { mails } = MailsSchema.parse(parse(readFileSync(file, 'utf8')));
  let added = 0;
  for (const { raw, hoursAgo } of mails) {
    const mail = await readMail({
      raw: Buffer.from(raw.replace(/\n/g, '\r\n')),
      envelopeSender: 'demo@example.org',
    });
    const isNew = await options.mailbox.intake.take(mail, {
      receivedAt: new Date(now - hoursAgo * HOUR).toISOString(),
      demo: true,
    });
    if (isNew) added += 1;
  }
  return added;
}
