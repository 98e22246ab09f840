import type { QueryRecord } from '@imsa-hub/advice-common';
import type { ActionFormProps } from './ActionFormProps';
import { MessageForm } from './WordsForm';

/** Asks the asker for something that is missing. */
export function AskAskerForm({ record, onClose }: ActionFormProps) {
  return (
    <MessageForm
      record={record}
      onClose={onClose}
      action="ask-asker"
      title="Ask the asker"
      lead={`${noAdvice(record)} The clock stands still until they write back.`}
      label="What do you need to know?"
      hint="Write nothing that would be dangerous if somebody else read it."
      submitLabel="Send the question"
      doneMessage="Your question was sent to the asker"
    />
  );
}

/** What goes out by this form is neither read by a second person nor gated. */
function noAdvice(record: QueryRecord): string {
  const isImmigration = record.areas.includes('immigration-and-asylum');
  const why = [
    isImmigration &&
      'Advice on immigration comes from somebody who is regulated for it, in a reply.',
    record.highRisk &&
      'Advice on a high-risk query goes out in a reply, after a second person has read it.',
  ].filter(part => part !== false);
  return ['This is for questions only, not for advice.', ...why].join(' ');
}
