import type { QueryEntry } from '@imsa-hub/advice-common';
import type { TimelineEntry } from '@imsa-hub/ui';
import { CONVERSATION, timelineEntries } from './timelineEntries';

const WHAT: Partial<Record<QueryEntry['kind'], string>> = {
  reply: 'Reply from the Hub',
  'from-asker': 'You wrote',
  'to-asker': 'The Hub asks you. This is a question, not advice',
};

/** What was said, oldest first, in the words of the one who asked. */
export function askerEntries(entries: readonly QueryEntry[]): TimelineEntry[] {
  const said = entries.filter(
    ({ kind }) => kind !== 'question' && CONVERSATION.includes(kind),
  );
  const kinds = new Map(said.map(({ id, kind }) => [id, kind]));
  const news = new Set(
    said.flatMap(({ id, kind, summary }) =>
      kind === 'to-asker' && summary ? [id] : [],
    ),
  );
  return timelineEntries(said).map(entry => {
    // The Hub tells something and asks nothing: it is called by what it tells.
    if (news.has(entry.id)) return { ...entry, tone: 'information' };
    const kind = kinds.get(entry.id);
    return { ...entry, what: (kind && WHAT[kind]) ?? entry.what };
  });
}
