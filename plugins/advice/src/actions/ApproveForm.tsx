import { ActionFrame } from './ActionFrame';
import type { ActionFormProps } from './ActionFormProps';

const nothing = () => undefined;

/** The second reader is content with the reply, which stands beneath. */
export function ApproveForm({ record, onClose }: ActionFormProps) {
  return (
    <ActionFrame
      action="approve"
      record={record}
      title="Approve the reply"
      lead="You confirm that you have read the reply below and would send it as it stands. The adviser then sends it."
      submitLabel="Approve"
      doneMessage="The reply is approved"
      body={() => ({})}
      onDone={nothing}
      onClose={onClose}
    />
  );
}
