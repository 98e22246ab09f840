import { LONG_TEXT, type QueryAction } from '@imsa-hub/advice-common';
import { ConfidentialTextArea, needed, ReasonField } from '@imsa-hub/ui';
import type { ReactNode } from 'react';
import { ActionFrame } from './ActionFrame';
import type { ActionFormProps } from './ActionFormProps';
import { useActionDraft } from './useActionDraft';

/** What differs between the actions that carry words and nothing else. */
interface WordsFormProps extends Pick<ActionFormProps, 'record' | 'onClose'> {
  action: QueryAction;
  title: string;
  lead?: ReactNode;
  label: string;
  hint?: string;
  submitLabel: string;
  doneMessage: string;
}

/** A message or a note, as long as it has to be; or why, in a sentence or two. */
type Words = 'body' | 'reason';

const MISSING: Readonly<Record<Words, string>> = {
  body: 'Write your message',
  reason: 'Give a reason',
};

/** An action that writes a message or a note. */
export const MessageForm = (props: WordsFormProps) => (
  <WordsForm {...props} words="body" />
);

/** An action that needs a reason in words. */
export const ReasonForm = (props: WordsFormProps) => (
  <WordsForm {...props} words="reason" />
);

function WordsForm(props: WordsFormProps & { words: Words }) {
  const { record, action, words, label, hint, onClose } = props;
  const { value, change, clear } = useActionDraft({
    queryId: record.id,
    action,
    initial: { text: '' },
  });
  const field = {
    label,
    hint,
    value: value.text,
    onChange: (text: string) => change({ text }),
  };
  return (
    <ActionFrame
      action={action}
      record={record}
      title={props.title}
      lead={props.lead}
      submitLabel={props.submitLabel}
      doneMessage={props.doneMessage}
      check={() =>
        needed([{ field: words, value: value.text, message: MISSING[words] }])
      }
      body={() => ({ [words]: value.text })}
      onDone={clear}
      onClose={onClose}
    >
      {words === 'reason' ? (
        <ReasonField {...field} />
      ) : (
        <ConfidentialTextArea
          {...field}
          name="body"
          rows={6}
          maxLength={LONG_TEXT}
        />
      )}
    </ActionFrame>
  );
}
