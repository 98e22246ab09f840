import { ActionFrame } from './ActionFrame';
import type { ActionFormProps } from './ActionFormProps';
import { useSending } from './useSending';

/** The second reader is content with the reply, and so it goes out. */
export function ApproveForm({ record, onClose }: ActionFormProps) {
  const { fields, check, body, clear } = useSending({
    record,
    action: 'approve',
  });
  return (
    <ActionFrame
      action="approve"
      record={record}
      title="Approve the reply"
      lead="You confirm that you have read the reply below and would send it as it stands. The asker can read it as soon as you approve it. It cannot be called back."
      submitLabel="Approve and send"
      doneMessage="The reply is approved and sent"
      check={check}
      body={body}
      onDone={clear}
      onClose={onClose}
    >
      {fields}
    </ActionFrame>
  );
}
