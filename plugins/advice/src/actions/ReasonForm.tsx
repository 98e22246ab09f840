import type { QueryAction } from '@imsa-hub/advice-common';
import type { ReactNode } from 'react';
import { ActionFrame } from './ActionFrame';
import type { ActionFormProps } from './ActionFormProps';
import { needed } from './needed';
import { ReasonField } from './ReasonField';
import { useActionDraft } from './useActionDraft';

/** What differs between the actions that ask for a reason and nothing else. */
interface ReasonFormWords {
  action: QueryAction;
  title: string;
  lead?: ReactNode;
  label: string;
  hint?: string;
  submitLabel: string;
  doneMessage: string;
}

type ReasonFormProps = Pick<ActionFormProps, 'record' | 'onClose'> &
  ReasonFormWords;

/** An action that needs a reason in words. */
export function ReasonForm(props: ReasonFormProps) {
  const { record, action, onClose } = props;
  const { value, change, clear } = useActionDraft({
    queryId: record.id,
    action,
    initial: { reason: '' },
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
          { field: 'reason', value: value.reason, message: 'Give a reason' },
        ])
      }
      body={() => ({ reason: value.reason })}
      onDone={clear}
      onClose={onClose}
    >
      <ReasonField
        label={props.label}
        hint={props.hint}
        value={value.reason}
        onChange={reason => change({ reason })}
      />
    </ActionFrame>
  );
}
