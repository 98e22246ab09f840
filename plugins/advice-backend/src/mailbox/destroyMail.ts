import type { HubService, Work } from '@imsa-hub/core-node';
import {
  mailSubjectOf,
  SEALED_MAIL_COLUMNS,
  type MailDbRow,
} from './MailDbRow';

/**
 * Destroys the content of a mail that is sealed with a key of its own: the key,
 * and the sealed text with it. The row stays, so that the same mail is known.
 *
 * @param input.row - locked by this work
 */
export async function destroyMail(input: {
  hub: HubService;
  work: Work;
  row: Pick<MailDbRow, 'id' | 'version'>;
}): Promise<void> {
  const { hub, row } = input;
  const { trx, record } = input.work;
  await hub.sealing.destroyCase({ trx, caseId: row.id });
  await trx
    .from('mailbox_mail')
    .where({ id: row.id })
    .update({
      ...Object.fromEntries(SEALED_MAIL_COLUMNS.map(column => [column, null])),
      status: 'destroyed',
      sender_fingerprint: null,
      named_organisation_ids: [],
      version: row.version + 1,
    });
  record({
    type: 'advice.mail-destroyed',
    subject: mailSubjectOf(row.id),
    publish: false,
  });
}
