import { ChangeSafetyRequestSchema } from '@imsa-hub/advice-common';
import { checkRequest, ReasonField } from '@imsa-hub/ui';
import type { SafetyDraft } from '../ask/askDraft';
import { SafetyQuestions } from '../ask/SafetyQuestions';
import { ActionFrame } from './ActionFrame';
import type { ActionFormProps } from './ActionFormProps';
import { useActionDraft } from './useActionDraft';

/** The safety answers as they are known now. */
export function ChangeSafetyForm({ record, onClose }: ActionFormProps) {
  const { value, change, clear } = useActionDraft<{
    safety: SafetyDraft;
    reason: string;
  }>({
    queryId: record.id,
    action: 'change-safety',
    initial: { safety: record.safety, reason: '' },
  });
  return (
    <ActionFrame
      action="change-safety"
      record={record}
      title="Change the safety answers"
      lead="How soon the query is seen follows from them, at once. What was answered before stays in the history."
      submitLabel="Change the answers"
      doneMessage="The safety answers are changed"
      check={() =>
        checkRequest({
          schema: ChangeSafetyRequestSchema,
          request: { ...value, version: record.version },
        })
      }
      body={() => value}
      onDone={clear}
      onClose={onClose}
    >
      <SafetyQuestions
        value={value.safety}
        change={safety => change({ safety })}
      />
      <ReasonField
        label="How do you know of it?"
        hint="For example: the asker wrote so, or the support worker rang."
        value={value.reason}
        onChange={reason => change({ reason })}
      />
    </ActionFrame>
  );
}
