import type { Mailbox } from './createMailbox';
import { mailSubjectOf, SEALED_MAIL_COLUMNS } from './MailDbRow';

const BATCH = 200;

/**
 * Destroys the content of mails that were set aside long enough ago: the key,
 * and the sealed text with it. The row stays, so that the same mail is known.
 *
 * @returns how many
 */
export async function sweepMailbox(mailbox: Mailbox): Promise<number> {
  const { context, settings } = mailbox;
  const { hub } = context;
  const ids: string[] = await due(hub.database).limit(BATCH).pluck('id');
  let destroyed = 0;
  for (const id of ids) if (await destroy(id)) destroyed += 1;
  return destroyed;

  function due(knex: typeof hub.database) {
    return knex
      .from('mailbox_mail')
      .where('status', 'set-aside')
      .whereRaw('handled_at < now() - make_interval(days => ?)', [
        settings.keepSetAsideDays,
      ]);
  }

  async function destroy(id: string): Promise<boolean> {
    return hub.work.run(hub.systemActor, async ({ trx, record }) => {
      const [row] = await due(trx)
        .where({ id })
        .forUpdate()
        .skipLocked()
        .select('id', 'version');
      if (!row) return false;
      await hub.sealing.destroyCase({ trx, caseId: id });
      await trx
        .from('mailbox_mail')
        .where({ id })
        .update({
          ...Object.fromEntries(
            SEALED_MAIL_COLUMNS.map(column => [column, null]),
          ),
          status: 'destroyed',
          sender_fingerprint: null,
          named_organisation_ids: [],
          version: row.version + 1,
        });
      record({
        type: 'advice.mail-destroyed',
        subject: mailSubjectOf(id),
        publish: false,
      });
      return true;
    });
  }
}
