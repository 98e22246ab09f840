import { Notice } from '@imsa-hub/ui';
import { ActionFrame } from './ActionFrame';
import type { ActionFormProps } from './ActionFormProps';
import { PersonField } from './PersonField';
import { useActionDraft } from './useActionDraft';

/** Asks a colleague to read the reply before it goes. */
export function SecondReaderForm({ record, reply, onClose }: ActionFormProps) {
  const { value, change, clear } = useActionDraft({
    queryId: record.id,
    action: 'ask-second-reader',
    initial: { personId: '' },
  });
  return (
    <ActionFrame
      action="ask-second-reader"
      record={record}
      title="Ask a second reader"
      lead="They approve the reply, or return it with what should change. You cannot change it while they read."
      submitLabel="Ask them to read it"
      doneMessage="The reply waits for a second reader"
      isWaiting={reply.state === 'saving'}
      body={() => ({ personId: value.personId || null })}
      onDone={clear}
      onClose={onClose}
    >
      {reply.state === 'unsaved' && (
        <Notice tone="warning" title="Your last words are not saved yet">
          Wait for “Saved” beneath the reply, then ask.
        </Notice>
      )}
      <PersonField
        name="personId"
        label="Who should read it?"
        optional
        placeholder="Anyone who may read it"
        value={value.personId}
        onChange={personId => change({ personId })}
      />
    </ActionFrame>
  );
}
