import {
  WRITTEN_KIND_NAMES,
  WrittenKindSchema,
  type Entry,
} from '@imsa-hub/escalations-common';

/** Whether somebody wrote it by hand. */
export function isWritten({ kind }: Pick<Entry, 'kind'>): boolean {
  return WrittenKindSchema.safeParse(kind).success;
}

/** What an entry of the timeline is called: what happened, or its kind. */
export function entryTitle({
  kind,
  summary,
}: Pick<Entry, 'kind' | 'summary'>): string {
  const written = WrittenKindSchema.safeParse(kind);
  return summary ?? (written.success ? WRITTEN_KIND_NAMES[written.data] : '');
}
