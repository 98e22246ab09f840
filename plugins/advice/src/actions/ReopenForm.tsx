import type { ActionFormProps } from './ActionFormProps';
import { ReasonForm } from './WordsForm';

/** Opens a closed query again. */
export function ReopenForm({ record, onClose }: ActionFormProps) {
  return (
    <ReasonForm
      record={record}
      onClose={onClose}
      action="reopen"
      title="Reopen this query"
      label="Why is it opened again?"
      submitLabel="Reopen"
      doneMessage={`${record.reference} is open again`}
    />
  );
}
