import { ReasonField, needed } from '@imsa-hub/ui';
import { ActionFrame } from './ActionFrame';
import type { ActionFormProps } from './ActionFormProps';
import type { OtherQuery } from './otherQuery';
import { OtherQueryField } from './OtherQueryField';
import { useActionDraft } from './useActionDraft';

/** Says that two queries have to do with each other. */
export function LinkForm({ record, onClose }: ActionFormProps) {
  const { value, change, clear } = useActionDraft<{
    other: OtherQuery | null;
    reason: string;
  }>({
    queryId: record.id,
    action: 'link',
    initial: { other: null, reason: '' },
  });
  return (
    <ActionFrame
      action="link"
      record={record}
      title="Link to another query"
      lead="Each then shows the other. Both stay as they are."
      submitLabel="Link them"
      doneMessage="The queries are linked"
      check={() =>
        needed([
          {
            field: 'otherId',
            value: value.other?.id ?? '',
            message: 'Find the other query by its reference',
          },
          { field: 'reason', value: value.reason, message: 'Give a reason' },
        ])
      }
      body={() => ({ otherId: value.other?.id, reason: value.reason })}
      onDone={clear}
      onClose={onClose}
    >
      <OtherQueryField
        name="otherId"
        label="The other query"
        without={record.id}
        value={value.other}
        onChange={other => change({ other })}
      />
      <ReasonField
        label="What do they have to do with each other?"
        value={value.reason}
        onChange={reason => change({ reason })}
      />
    </ActionFrame>
  );
}
