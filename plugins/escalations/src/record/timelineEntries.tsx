import {
  WRITTEN_KIND_NAMES,
  WrittenKindSchema,
  type Entry,
  type EntryKind,
} from '@imsa-hub/escalations-common';
import { LongText, nameOf, type TimelineEntry, type Tone } from '@imsa-hub/ui';

const TONES: Readonly<Partial<Record<EntryKind, Tone>>> = {
  advice: 'positive',
  call: 'information',
  decision: 'information',
  fact: 'warning',
  statement: 'information',
  opinion: 'information',
};

/** Whether somebody wrote it by hand. */
export function isWritten({ kind }: Entry): boolean {
  return WrittenKindSchema.safeParse(kind).success;
}

function whatOf({ kind, summary }: Entry): string {
  const written = WrittenKindSchema.safeParse(kind);
  return summary ?? (written.success ? WRITTEN_KIND_NAMES[written.data] : '');
}

/** The entries as a timeline draws them, in the order given. */
export function timelineEntries(entries: readonly Entry[]): TimelineEntry[] {
  return entries.map(entry => ({
    id: entry.id,
    at: entry.at,
    what: whatOf(entry),
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
      </>
    ),
  }));
}
