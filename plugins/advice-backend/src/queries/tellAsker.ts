import type { Work } from '@imsa-hub/core-node';
import type { AdviceContext } from '../AdviceContext';
import { noteSomethingToRead } from '../mailbox/askerNotes';
import type { QueryDbRow } from './QueryRow';

/** Tells an asker who wrote by mail, where that is safe, that something waits. */
export async function tellAsker(input: {
  context: AdviceContext;
  work: Work;
  row: Pick<QueryDbRow, 'id' | 'channel'>;
}): Promise<void> {
  const { context, work, row } = input;
  if (row.channel !== 'mailbox') return;
  await noteSomethingToRead({ hub: context.hub, work, queryId: row.id });
}
