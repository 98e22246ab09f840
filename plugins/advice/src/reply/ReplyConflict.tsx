import { ConflictNotice, LongText } from '@imsa-hub/ui';
import { REPLY_KIND_NAMES } from './replyWords';
import type { ReplyText } from './replyText';
import type { ReplyDraft } from './useReplyDraft';

const PARTS: readonly { label: string; say(text: ReplyText): string }[] = [
  { label: 'Reply', say: text => text.body },
  { label: 'Kind', say: text => REPLY_KIND_NAMES[text.kind] },
  { label: 'What it rests on', say: text => text.cites },
];

/** The reply was changed in two places: both versions, side by side. */
export function ReplyConflict(props: { reply: ReplyDraft }) {
  const { reply } = props;
  if (reply.state !== 'conflict') return null;
  return (
    <ConflictNotice
      rows={PARTS.filter(
        ({ say }) => say(reply.text) !== say(reply.server),
      ).map(({ label, say }) => ({
        label,
        yours: <LongText>{say(reply.text) || 'Nothing'}</LongText>,
        newer: <LongText>{say(reply.server) || 'Nothing'}</LongText>,
      }))}
      onKeepMine={reply.keepMine}
      onTakeNewer={reply.takeNewer}
    />
  );
}
