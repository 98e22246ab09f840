import type { ActionFormProps } from './ActionFormProps';
import { MessageForm } from './WordsForm';

/** The asker writes back. */
export function FollowUpForm(
  props: Pick<ActionFormProps, 'record' | 'onClose'>,
) {
  return (
    <MessageForm
      {...props}
      action="follow-up"
      title="Write back"
      lead="Your message reaches the adviser who has your question."
      label="Your message"
      submitLabel="Send"
      doneMessage="Your message was sent"
    />
  );
}
