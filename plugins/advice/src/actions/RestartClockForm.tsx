import type { ActionFormProps } from './ActionFormProps';
import { ReasonForm } from './WordsForm';

/** Lets a stopped clock run again. */
export function RestartClockForm({ record, onClose }: ActionFormProps) {
  return (
    <ReasonForm
      record={record}
      onClose={onClose}
      action="restart-clock"
      title="Restart the clock"
      lead="The time that was left is counted on from now, in working hours."
      label="What has changed?"
      submitLabel="Restart the clock"
      doneMessage="The clock runs again"
    />
  );
}
