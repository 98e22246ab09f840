import { z } from 'zod';
import { checkConfidentiality } from './checkConfidentiality';
import { FINDING_KINDS, type FindingKind } from './finding';
import { FINDING_WORDS } from './findingWords';

/** What the guard noticed in a text, by kind; never where or what. */
export const MarksSchema = z.array(
  z.object({ label: z.string(), count: z.number() }),
);
export type Marks = z.infer<typeof MarksSchema>;

/** How often each kind was noticed; kinds that were not are left out. */
export type MarkCounts = Partial<Record<FindingKind, number>>;

/** Counts what the guard notices in a text. */
export function countMarks(text: string): MarkCounts {
  const counts: MarkCounts = {};
  for (const { kind } of checkConfidentiality(text)) {
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** Counts in the words that people read, in the guard's own order. */
export function marksOf(counts: MarkCounts): Marks {
  return FINDING_KINDS.flatMap(kind => {
    const count = counts[kind];
    return count ? [{ label: FINDING_WORDS[kind].label, count }] : [];
  });
}

/** What the guard notices in a text, in the words that people read. */
export const markedIn = (text: string): Marks => marksOf(countMarks(text));
