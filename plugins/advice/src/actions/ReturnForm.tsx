import type { ActionFormProps } from './ActionFormProps';
import { ReasonForm } from './WordsForm';

/** The second reader wants something changed. */
export function ReturnForm({ record, onClose }: ActionFormProps) {
  return (
    <ReasonForm
      record={record}
      onClose={onClose}
      action="return"
      title="Return the reply"
      lead="The adviser sees what you write and changes the reply."
      label="What should change, and why?"
      submitLabel="Return it"
      doneMessage="The reply was returned"
    />
  );
}
