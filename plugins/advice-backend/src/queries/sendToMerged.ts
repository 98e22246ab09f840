import { HubInputError, type Work } from '@imsa-hub/core-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { AdviceContext } from '../AdviceContext';
import { worksOn } from './flowContext';
import { subjectOf } from './QueryChanges';
import { wordsOfReply } from './QueryContent';
import type { QueryDbRow } from './QueryRow';
import type { NewEntry } from './QueryStore';
import { tellAsker } from './tellAsker';

/**
 * Gives a reply to the askers of queries that were merged into this one, each
 * in their own conversation and under its own key. Only to those whom the
 * sender chose: a reply can hold what the other asker told.
 *
 * @throws HubInputError where one was not merged into this query
 */
export async function sendToMerged(options: {
  context: AdviceContext;
  person: PersonContext;
  work: Work;
  row: QueryDbRow;
  ids: readonly string[];
  /** The sealed reply's content, opened. */
  reply: string;
  said: Omit<NewEntry, 'kind'>;
}): Promise<void> {
  const { context, person, work, row, ids, reply, said } = options;
  if (ids.length === 0) return;
  const merged = await context.store.mergedHere(work.trx, row.id);
  for (const id of ids) {
    const other = merged.find(candidate => candidate.id === id);
    if (!other || !worksOn(context, person, other)) {
      throw new HubInputError({
        fields: [
          {
            field: 'body.alsoTo',
            message: 'Choose among the queries that were merged into this one',
          },
        ],
      });
    }
    await sendTo({ context, work, other, reply, said });
  }
}

async function sendTo(input: {
  context: AdviceContext;
  work: Work;
  other: QueryDbRow;
  reply: string;
  said: Omit<NewEntry, 'kind'>;
}): Promise<void> {
  const { context, work, other, reply, said } = input;
  const id = work.newId();
  await context.store.addEntry({
    trx: work.trx,
    queryId: other.id,
    at: work.now,
    entry: {
      ...said,
      id,
      kind: 'reply',
      staff_only: false,
      sealed_body: await context.hub.sealing.seal({
        trx: work.trx,
        caseId: other.id,
        table: 'query_entry',
        column: 'sealed_body',
        row: id,
        text: reply,
        words: wordsOfReply(JSON.parse(reply)),
      }),
    },
  });
  const patch = {
    asker_unread: other.raised_by !== null,
    first_replied_at: other.first_replied_at ?? new Date(work.now),
  };
  await context.store.save({ trx: work.trx, row: other, patch });
  await tellAsker({ context, work, row: other });
  work.record({
    type: 'advice.reply-sent',
    subject: subjectOf(other.id),
    before: { status: other.status, version: other.version },
    after: { ...patch, version: other.version + 1 },
    why: 'merged',
  });
}
