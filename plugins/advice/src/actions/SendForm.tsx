import { Notice } from '@imsa-hub/ui';
import { ReplyView } from '../reply/ReplyView';
import { ActionFrame } from './ActionFrame';
import type { ActionFormProps } from './ActionFormProps';
import { useSending } from './useSending';

/** Sends the reply, after a last look at exactly what will go. */
export function SendForm({ record, reply, onClose }: ActionFormProps) {
  const { fields, check, body, clear } = useSending({ record, action: 'send' });
  const isSaving = reply.state === 'saving' || reply.state === 'unsaved';
  return (
    <ActionFrame
      action="send"
      record={record}
      title="Send the reply"
      lead="The asker can read it as soon as you send it. It cannot be called back."
      submitLabel="Send"
      doneMessage="The reply is sent"
      isWaiting={isSaving}
      check={check}
      body={body}
      onDone={clear}
      onClose={onClose}
    >
      {problem => (
        <>
          {isSaving && (
            <Notice title="Saving your last words first">
              The button works as soon as they are saved.
            </Notice>
          )}
          {record.draft && <ReplyView draft={record.draft} />}
          {fields(problem)}
        </>
      )}
    </ActionFrame>
  );
}
