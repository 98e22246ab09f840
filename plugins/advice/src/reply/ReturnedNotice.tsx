import type { Draft } from '@imsa-hub/advice-common';
import { LongText, Marked, nameOf, Notice } from '@imsa-hub/ui';

/** What the second reader asked to change. */
export function ReturnedNotice(props: { draft: Draft | null | undefined }) {
  const { draft } = props;
  if (!draft?.returnedFor) return null;
  const by = draft.secondReader ? nameOf(draft.secondReader) : 'The reader';
  return (
    <Notice tone="warning" title={`${by} asks you to change something`}>
      <LongText>{draft.returnedFor}</LongText>
      <Marked marks={draft.returnedForMarked} />
    </Notice>
  );
}
