import type { ActionFormProps } from './ActionFormProps';
import { MessageForm } from './MessageForm';

/** Asks the asker for something that is missing. */
export function AskAskerForm({ record, onClose }: ActionFormProps) {
  return (
    <MessageForm
      record={record}
      onClose={onClose}
      action="ask-asker"
      title="Ask the asker"
      lead="The clock stands still until they write back."
      label="What do you need to know?"
      hint="Write nothing that would be dangerous if somebody else read it."
      submitLabel="Send the question"
      doneMessage="Your question was sent to the asker"
    />
  );
}
