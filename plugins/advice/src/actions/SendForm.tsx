import { Notice } from '@imsa-hub/ui';
import { ReplyView } from '../reply/ReplyView';
import { ActionFrame } from './ActionFrame';
import type { ActionFormProps } from './ActionFormProps';
import { needed } from './needed';
import { ReasonField } from './ReasonField';
import { useActionDraft } from './useActionDraft';

/** Sends the reply, after a last look at exactly what will go. */
export function SendForm({ record, reply, onClose }: ActionFormProps) {
  const { value, change, clear } = useActionDraft({
    queryId: record.id,
    action: 'send',
    initial: { lateReason: '' },
  });
  const { kind, state } = record.clock;
  const isLate = kind === 'first-reply' && state === 'late';
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
      check={() =>
        isLate
          ? needed([
              {
                field: 'lateReason',
                value: value.lateReason,
                message: 'Say why the first reply is late',
              },
            ])
          : []
      }
      body={() => value}
      onDone={clear}
      onClose={onClose}
    >
      {isSaving && (
        <Notice title="Saving your last words first">
          The button works as soon as they are saved.
        </Notice>
      )}
      {record.draft && <ReplyView draft={record.draft} />}
      {isLate && (
        <ReasonField
          name="lateReason"
          label="Why is the first reply late?"
          value={value.lateReason}
          onChange={lateReason => change({ lateReason })}
        />
      )}
    </ActionFrame>
  );
}
