import type { Draft } from '@imsa-hub/advice-common';
import { Marked, Notice } from '@imsa-hub/ui';
import { LongText } from '../record/LongText';
import { nameOf } from '../words/nameOf';

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
