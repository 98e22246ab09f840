import type { Draft } from '@imsa-hub/escalations-common';
import { LongText, Notice } from '@imsa-hub/ui';

/** Why the Hub gave a case back, while it is mended. */
export function ReturnedNotice({ draft }: { draft: Draft }) {
  if (!draft.returnedFor) return null;
  return (
    <Notice tone="warning" title="Why the Hub returned this case">
      <LongText>{draft.returnedFor}</LongText>
    </Notice>
  );
}
