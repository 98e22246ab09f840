import { NotFoundError } from '@backstage/errors';
import type { LedgerActor } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { AdviceContext } from '../AdviceContext';
import { subjectOf } from './QueryChanges';

/**
 * Notes that the asker has seen the reply; nothing where that is known. The
 * version stays: what others are writing on the query is not touched by it.
 *
 * @throws NotFoundError for anybody but the asker
 */
export async function markReplyRead(
  { hub, store, sight }: AdviceContext,
  input: { person: PersonContext; actor: LedgerActor; queryId: string },
): Promise<void> {
  const { person, actor, queryId } = input;
  await hub.work.run(actor, async work => {
    const row = await store.load({
      knex: work.trx,
      where: { 'query.id': queryId },
      filter: builder => sight.filterReadable(person, builder),
      lock: true,
    });
    if (row?.raised_by !== person.id) throw new NotFoundError();
    if (!row.asker_unread) return;
    await work.trx
      .from('query')
      .where({ id: row.id })
      .update({ asker_unread: false });
    work.record({
      type: 'advice.reply-read',
      subject: subjectOf(row.id),
      before: { asker_unread: true },
      after: { asker_unread: false },
      publish: false,
    });
  });
}
