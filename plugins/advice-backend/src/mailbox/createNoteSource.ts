import type { HubService, OutsideMailSource } from '@imsa-hub/core-node';
import { sealedCodePlace, type NoteDbRow } from './askerNotes';
import type { MailDbRow } from './MailDbRow';
import type { MailSealing } from './MailSealing';

/** The public page where a reply is read. */
const REPLY_PAGE = '/ask/reply';

/**
 * What the sender of mails asks about a note at each try: to which address,
 * which is opened for that moment only, and whether it is still wanted.
 */
export function createNoteSource(parts: {
  hub: HubService;
  sealing: MailSealing;
}): OutsideMailSource {
  const { hub, sealing } = parts;
  const { database: knex } = hub;
  return {
    plugin: hub.pluginId,
    async mail(noteId) {
      const note: NoteDbRow | undefined = await knex
        .from('mailbox_note')
        .where({ id: noteId })
        .whereNull('ended_at')
        .first();
      const mail: MailDbRow | undefined =
        note &&
        (await knex
          .from('mailbox_mail')
          .where({ id: note.mail_id, status: 'logged', may_write: true })
          .first());
      if (!note || !mail?.query_id || !mail.answerable) return undefined;
      const sender = await sealing.sender(knex, mail);
      if (!sender) return undefined;
      return {
        to: sender.address,
        words: note.kind,
        path: REPLY_PAGE,
        code: note.sealed_code
          ? await hub.sealing.unseal({
              ...sealedCodePlace(note, mail.query_id),
              sealed: note.sealed_code,
            })
          : null,
      };
    },
    async ended({ subject, outcome, now, trx }) {
      await trx
        .withSchema(hub.pluginId)
        .table('mailbox_note')
        .where({ id: subject })
        .whereNull('ended_at')
        .update({ outcome, ended_at: now, sealed_code: null });
    },
  };
}
