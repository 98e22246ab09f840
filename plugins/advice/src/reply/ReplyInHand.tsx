import type { QueryRecord } from '@imsa-hub/advice-common';
import { Section } from '@imsa-hub/ui';
import { ReplyEditor } from './ReplyEditor';
import { ReplyView } from './ReplyView';
import type { ReplyDraft } from './useReplyDraft';

/** The reply being written: to write where one may, else to read. */
export function ReplyInHand(props: { record: QueryRecord; reply: ReplyDraft }) {
  const { record, reply } = props;
  if (record.allowedActions.includes('draft')) {
    return <ReplyEditor record={record} reply={reply} />;
  }
  if (!record.draft) return null;
  return (
    <Section title="The reply, not sent yet">
      <ReplyView draft={record.draft} />
    </Section>
  );
}
