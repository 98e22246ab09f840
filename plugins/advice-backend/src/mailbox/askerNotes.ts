import { queueOutsideMail, type HubService } from '@imsa-hub/core-node';
import { newId } from '@imsa-hub/core';
import type { Knex } from 'knex';
import type { MailDbRow } from './MailDbRow';
import { readMailboxSettings } from './mailboxSettings';

/** A row of `advice.mailbox_note`. */
export interface NoteDbRow {
  id: string;
  mail_id: string;
  kind: 'arrived' | 'to-read';
  made_at: Date;
  ended_at: Date | null;
  outcome: 'sent' | 'given-up' | 'not-wanted' | 'too-many' | null;
  sealed_code: string | null;
}

/** Where a note's code is sealed. */
export const sealedCodePlace = (note: { id: string }, queryId: string) => ({
  caseId: queryId,
  table: 'mailbox_note',
  column: 'sealed_code',
  row: note.id,
});

type NoteWork = { trx: Knex; now: string };

/**
 * Tells somebody who wrote by mail, and to whom it is safe to write, that
 * there is something to read. Content-free; one at a time is on its way.
 */
export async function noteSomethingToRead(input: {
  hub: HubService;
  work: NoteWork;
  queryId: string;
}): Promise<void> {
  const { hub, work, queryId } = input;
  const mail: MailDbRow | undefined = await work.trx
    .from('mailbox_mail')
    .where({ query_id: queryId, status: 'logged', may_write: true })
    .first();
  if (mail) await makeNote({ hub, work, mail, queryId, kind: 'to-read' });
}

/**
 * Makes a note and puts its mail into the outbox, in the same transaction.
 *
 * @returns whether a mail goes out; not where the address had its share
 */
export async function makeNote(input: {
  hub: HubService;
  work: NoteWork;
  mail: Pick<MailDbRow, 'id' | 'sender_fingerprint'>;
  queryId: string;
  kind: NoteDbRow['kind'];
  code?: string | null;
}): Promise<boolean> {
  const { hub, work, mail, queryId, kind, code } = input;
  const { trx, now } = work;
  const waiting = await trx
    .from('mailbox_note')
    .where({ mail_id: mail.id, kind })
    .whereNull('ended_at')
    .first('id');
  // The one that is on its way says it for both.
  if (waiting) return true;
  const id = newId();
  const note = { id, mail_id: mail.id, kind, made_at: now };
  if (await hasHadEnough(hub, trx, mail)) {
    await trx
      .table('mailbox_note')
      .insert({ ...note, ended_at: now, outcome: 'too-many' });
    return false;
  }
  const sealedCode = code
    ? await hub.sealing.seal({
        trx,
        ...sealedCodePlace(note, queryId),
        text: code,
      })
    : null;
  await trx.table('mailbox_note').insert({ ...note, sealed_code: sealedCode });
  await queueOutsideMail({ trx, plugin: 'advice', subject: id });
  return true;
}

/** Whether an address had its share of a day, over all its mails. */
async function hasHadEnough(
  hub: HubService,
  trx: Knex,
  mail: Pick<MailDbRow, 'sender_fingerprint'>,
): Promise<boolean> {
  const address = mail.sender_fingerprint ?? '';
  await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `mailbox notes ${address}`,
  ]);
  const { mostNotesPerAddressPerDay } = readMailboxSettings(hub.config);
  const [row] = await trx
    .from('mailbox_note')
    .join('mailbox_mail', 'mailbox_mail.id', 'mailbox_note.mail_id')
    .where('mailbox_mail.sender_fingerprint', address)
    .where('made_at', '>', trx.raw("now() - interval '1 day'"))
    .whereRaw("outcome is distinct from 'too-many'")
    .count('* as count');
  return Number(row?.count) >= mostNotesPerAddressPerDay;
}
