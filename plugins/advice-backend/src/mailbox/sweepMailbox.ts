import type { Mailbox } from './createMailbox';
import { destroyMail } from './destroyMail';

const BATCH = 200;

/**
 * Destroys the content of mails that were set aside long enough ago.
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
    return hub.work.run(hub.systemActor, async work => {
      const [row] = await due(work.trx)
        .where({ id })
        .forUpdate()
        .skipLocked()
        .select('id', 'version');
      if (row) await destroyMail({ hub, work, row });
      return row !== undefined;
    });
  }
}
