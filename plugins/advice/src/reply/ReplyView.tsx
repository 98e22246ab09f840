import type { Draft } from '@imsa-hub/advice-common';
import { LongText, Marked, Moment, nameOf } from '@imsa-hub/ui';
import { REPLY_KIND_NAMES } from './replyWords';

/** A reply that has not been sent, to be read. */
export function ReplyView(props: { draft: Draft }) {
  const { draft } = props;
  return (
    <div className="advice-reply hub-stack">
      <p className="hub-optional">
        {REPLY_KIND_NAMES[draft.kind]} · by {nameOf(draft.author)} · saved{' '}
        <Moment at={draft.savedAt} />
        {draft.secondReader && ` · read by ${nameOf(draft.secondReader)}`}
      </p>
      <LongText>{draft.body}</LongText>
      <Marked marks={draft.marked} />
      {draft.cites.length > 0 && (
        <div>
          <p>It rests on:</p>
          <ul>
            {draft.cites.map(cite => (
              <li key={cite}>{cite}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
