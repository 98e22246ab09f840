import type { AnnouncementSpec } from '@imsa-hub/core-node';
import type { Knex } from 'knex';
import type { AdviceContext } from '../AdviceContext';
import type { MailDbRow } from './MailDbRow';
import type { MailSight } from './MailSight';

/** What follows from the mailbox's ledger entries: who is told, who may hear. */
export function mailboxAnnouncement(parts: {
  context: AdviceContext;
  sight: MailSight;
}): AnnouncementSpec {
  const { context, sight } = parts;
  const { hub, store } = context;
  const load = async (
    subject: string,
    trx: Knex,
  ): Promise<MailDbRow | undefined> =>
    trx
      .from('mailbox_mail')
      .where({ id: subject.slice(subject.indexOf(':') + 1) })
      .whereNot({ status: 'destroyed' })
      .first();

  return {
    topic: 'advice',
    phrases: { 'advice.mail-received': 'A mail is waiting to be logged' },
    types: [
      'advice.mail-received',
      'advice.mail-logged',
      'advice.mail-set-aside',
      'advice.mail-put-back',
      'advice.mail-writing-stopped',
    ],
    async notices(entry, { trx }) {
      if (entry.type !== 'advice.mail-received') return [];
      const row = await load(entry.subject, trx);
      // What a program wrote waits in the list, and calls nobody.
      if (!row || row.automatic) return [];
      return hub.people.withRole('advice-coordinator').map(person => ({
        personId: person.id,
        kind: 'advice.mail-received',
        path: `/advice/mail/${row.id}`,
      }));
    },
    async audience(subject, { trx }) {
      const row = await load(subject, trx);
      const query =
        row?.query_id &&
        (await store.load({
          knex: trx,
          where: { 'query.id': row.query_id },
          filter: () => undefined,
        }));
      return person =>
        row !== undefined && sight.maySee(person, row, query || undefined);
    },
  };
}
