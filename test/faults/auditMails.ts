import type { Hub } from '@imsa-hub/launch';
import type { Knex } from 'knex';

/** What became of the mails that say that something waits. */
export interface MailsAudit {
  sent: number;
  /** Notices that no mail stands for, mails given up or never received. */
  lost: number;
  /** Mails in somebody's mailbox that no row stands for. */
  doubled: number;
  /**
   * Mails that were handed over once more under the same Message-ID: a mailbox
   * shows them once. A kill can interrupt one at most.
   */
  again: number;
}

/** What the local mail receiver says of itself. */
interface Received {
  mails: Array<{ messageId: string }>;
  handedOverTwice: number;
}

/** The receiver forgets older ones. */
const MOST_KEPT = 500;

/** Empties the local mail receiver. */
export async function emptyMailbox(hub: Hub): Promise<void> {
  await fetch(`${hub.mailUrl}/api/mails`, { method: 'DELETE' });
}

/** Holds the outbox of mails against what the receiver really took. */
export async function auditMails(knex: Knex, hub: Hub): Promise<MailsAudit> {
  const table = (name: string) => knex.withSchema('notifications').from(name);
  const mails: Array<{ id: string; sent: boolean }> = await table(
    'mail',
  ).select('id', { sent: knex.raw('sent_at is not null') });
  const unmailed: string[] = await table('notice')
    .whereNull('mail_id')
    .whereNull('read_at')
    .pluck('id');
  const answer = await fetch(`${hub.mailUrl}/api/mails`);
  const received = (await answer.json()) as Received;
  if (received.mails.length >= MOST_KEPT) {
    throw new Error('The mail receiver kept too few mails to compare');
  }
  const ids = received.mails.map(({ messageId }) =>
    messageId.replace(/^<|@.*$/g, ''),
  );
  const missing = mails.filter(mail => !mail.sent || !ids.includes(mail.id));
  const foreign = ids.filter(id => !mails.some(mail => mail.id === id));
  return {
    sent: mails.length,
    lost: unmailed.length + missing.length,
    doubled: foreign.length,
    again: received.handedOverTwice,
  };
}
