import { ReasonField, needed } from '@imsa-hub/ui';
import { ActionFrame } from './ActionFrame';
import type { ActionFormProps } from './ActionFormProps';
import { PersonField } from './PersonField';
import { useActionDraft } from './useActionDraft';

/** Passes one's own query to a colleague. */
export function HandOverForm({ record, onClose }: ActionFormProps) {
  const { value, change, clear } = useActionDraft({
    queryId: record.id,
    action: 'hand-over',
    initial: { personId: '', reason: '' },
  });
  return (
    <ActionFrame
      action="hand-over"
      record={record}
      title="Hand over this query"
      lead="They get the query as it is, with the reply you have begun."
      submitLabel="Hand over"
      doneMessage={`${record.reference} was handed over`}
      check={() =>
        needed([
          {
            field: 'personId',
            value: value.personId,
            message: 'Choose who takes over',
          },
          { field: 'reason', value: value.reason, message: 'Give a reason' },
        ])
      }
      body={() => value}
      onDone={clear}
      onClose={onClose}
    >
      <PersonField
        name="personId"
        label="Who takes over?"
        without={record.assignee?.id}
        value={value.personId}
        onChange={personId => change({ personId })}
      />
      <ReasonField
        label="Why, and what should they know?"
        value={value.reason}
        onChange={reason => change({ reason })}
      />
    </ActionFrame>
  );
}
