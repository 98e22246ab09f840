import type { QueryEntry } from '@imsa-hub/advice-common';
import type { TimelineEntry } from '@imsa-hub/ui';
import { CONVERSATION, timelineEntries } from './timelineEntries';

const WHAT: Partial<Record<QueryEntry['kind'], string>> = {
  reply: 'Reply from the Hub',
  'from-asker': 'You wrote',
  'to-asker': 'The Hub asks you',
};

/** What was said, oldest first, in the words of the one who asked. */
export function askerEntries(entries: readonly QueryEntry[]): TimelineEntry[] {
  const said = entries.filter(
    ({ kind }) => kind !== 'question' && CONVERSATION.includes(kind),
  );
  const kinds = new Map(said.map(({ id, kind }) => [id, kind]));
  return timelineEntries(said).map(entry => {
    const kind = kinds.get(entry.id);
    return { ...entry, what: (kind && WHAT[kind]) ?? entry.what };
  });
}
