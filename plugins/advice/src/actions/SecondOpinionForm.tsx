import type { ActionFormProps } from './ActionFormProps';
import { ReasonForm } from './WordsForm';

/** The asker would like somebody else to look at it. */
export function SecondOpinionForm(
  props: Pick<ActionFormProps, 'record' | 'onClose'>,
) {
  return (
    <ReasonForm
      {...props}
      action="second-opinion"
      title="Ask for a second opinion"
      lead="Another adviser, who has not worked on it, looks at your question."
      label="What is missing, or does not seem right?"
      submitLabel="Ask for a second opinion"
      doneMessage="Another adviser will look at it"
    />
  );
}
