import { Notice } from '@imsa-hub/ui';
import { ActionFrame } from './ActionFrame';
import type { ActionFormProps } from './ActionFormProps';
import { needed } from './needed';
import { OtherQueryField } from './OtherQueryField';
import { ReasonField } from './ReasonField';
import { useActionDraft } from './useActionDraft';

/** Makes two queries about the same thing into one. */
export function MergeForm({ record, onClose }: ActionFormProps) {
  const { value, change, clear } = useActionDraft({
    queryId: record.id,
    action: 'merge',
    initial: { intoId: '', intoVersion: 0, reason: '' },
  });
  return (
    <ActionFrame
      action="merge"
      record={record}
      title="Merge into another query"
      submitLabel="Merge"
      destructive
      doneMessage={`${record.reference} was merged`}
      check={() =>
        needed([
          {
            field: 'intoId',
            value: value.intoId,
            message: 'Choose the query that stays',
          },
          { field: 'reason', value: value.reason, message: 'Give a reason' },
        ])
      }
      body={() => value}
      onDone={clear}
      onClose={onClose}
    >
      <Notice tone="warning" title={`${record.reference} will end here`}>
        The query that stays takes on its question and its messages. Nothing is
        deleted.
      </Notice>
      <OtherQueryField
        name="intoId"
        label="The query that stays"
        without={record.id}
        value={value.intoId}
        onChange={({ id, version }) =>
          change({ intoId: id, intoVersion: version })
        }
      />
      <ReasonField
        label="Why are they the same?"
        value={value.reason}
        onChange={reason => change({ reason })}
      />
    </ActionFrame>
  );
}
