import { LONG_TEXT, type QueryAction } from '@imsa-hub/advice-common';
import { ConfidentialTextArea } from '@imsa-hub/ui';
import type { ReactNode } from 'react';
import { ActionFrame } from './ActionFrame';
import type { ActionFormProps } from './ActionFormProps';
import { needed } from './needed';
import { useActionDraft } from './useActionDraft';

/** What differs between the actions that carry words and nothing else. */
interface MessageFormWords {
  action: QueryAction;
  title: string;
  lead?: ReactNode;
  label: string;
  hint?: string;
  submitLabel: string;
  doneMessage: string;
}

type MessageFormProps = Pick<ActionFormProps, 'record' | 'onClose'> &
  MessageFormWords;

/** An action that writes a message or a note. */
export function MessageForm(props: MessageFormProps) {
  const { record, action, onClose } = props;
  const { value, change, clear } = useActionDraft({
    queryId: record.id,
    action,
    initial: { body: '' },
  });
  return (
    <ActionFrame
      action={action}
      record={record}
      title={props.title}
      lead={props.lead}
      submitLabel={props.submitLabel}
      doneMessage={props.doneMessage}
      check={() =>
        needed([
          { field: 'body', value: value.body, message: 'Write your message' },
        ])
      }
      body={() => ({ body: value.body })}
      onDone={clear}
      onClose={onClose}
    >
      <ConfidentialTextArea
        name="body"
        label={props.label}
        hint={props.hint}
        rows={6}
        maxLength={LONG_TEXT}
        value={value.body}
        onChange={body => change({ body })}
      />
    </ActionFrame>
  );
}
