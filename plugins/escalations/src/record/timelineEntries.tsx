import type { Entry, EntryKind } from '@imsa-hub/escalations-common';
import {
  LongText,
  Marked,
  nameOf,
  type TimelineEntry,
  type Tone,
} from '@imsa-hub/ui';
import { entryTitle } from './entryTitle';

const TONES: Readonly<Partial<Record<EntryKind, Tone>>> = {
  advice: 'positive',
  call: 'information',
  decision: 'information',
  fact: 'warning',
  statement: 'information',
  opinion: 'information',
};

/** The entries as a timeline draws them, in the order given. */
export function timelineEntries(entries: readonly Entry[]): TimelineEntry[] {
  return entries.map(entry => ({
    id: entry.id,
    at: entry.at,
    what: entryTitle(entry),
    who: entry.by ? nameOf(entry.by) : undefined,
    tone: TONES[entry.kind] ?? 'neutral',
    body: (entry.text || entry.before !== null) && (
      <>
        {entry.text && <LongText>{entry.text}</LongText>}
        {entry.before !== null && (
          <div className="case-before">
            <p className="hub-optional">Before, it said:</p>
            <LongText>{entry.before}</LongText>
          </div>
        )}
        <Marked marks={entry.marked} />
      </>
    ),
  }));
}
