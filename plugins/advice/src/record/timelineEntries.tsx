import type { QueryEntry } from '@imsa-hub/advice-common';
import { nameOf, type TimelineEntry, type Tone } from '@imsa-hub/ui';
import { EntryBody } from './EntryBody';

const WHAT: Readonly<Record<QueryEntry['kind'], string>> = {
  question: 'Question asked',
  reply: 'Reply sent',
  'from-asker': 'The asker wrote',
  'to-asker': 'A question to the asker, not advice',
  note: 'Note, only for the Hub',
  move: 'Changed',
};

const TONES: Readonly<Record<QueryEntry['kind'], Tone>> = {
  question: 'information',
  reply: 'positive',
  'from-asker': 'information',
  'to-asker': 'warning',
  note: 'neutral',
  move: 'neutral',
};

/** The kinds that were said between the asker and the Hub. */
export const CONVERSATION: readonly QueryEntry['kind'][] = [
  'question',
  'reply',
  'from-asker',
  'to-asker',
];

/** The history as a timeline draws it, in the order given. */
export function timelineEntries(
  entries: readonly QueryEntry[],
): TimelineEntry[] {
  return entries.map(entry => ({
    id: entry.id,
    at: entry.at,
    what: entry.summary ?? WHAT[entry.kind],
    who: entry.by ? nameOf(entry.by) : undefined,
    tone: TONES[entry.kind],
    body: <EntryBody entry={entry} />,
  }));
}
