import { needed, Notice, ReasonField } from '@imsa-hub/ui';
import { ActionFrame } from './ActionFrame';
import type { ActionFormProps } from './ActionFormProps';
import type { OtherQuery } from './otherQuery';
import { OtherQueryField } from './OtherQueryField';
import { useActionDraft } from './useActionDraft';

/** Makes two queries about the same thing into one. */
export function MergeForm({ record, onClose }: ActionFormProps) {
  const { value, change, clear } = useActionDraft<{
    other: OtherQuery | null;
    reason: string;
  }>({
    queryId: record.id,
    action: 'merge',
    initial: { other: null, reason: '' },
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
            value: value.other?.id ?? '',
            message: 'Find the query that stays by its reference',
          },
          { field: 'reason', value: value.reason, message: 'Give a reason' },
        ])
      }
      body={() => ({
        intoId: value.other?.id,
        intoVersion: value.other?.version,
        reason: value.reason,
      })}
      onDone={clear}
      onClose={onClose}
    >
      <Notice tone="warning" title={`${record.reference} will end here`}>
        Its question and its messages are read inside the query that stays. Each
        asker keeps a conversation of their own and sees nothing of the other’s.
        Nothing is deleted, and it can be opened again.
      </Notice>
      <OtherQueryField
        name="intoId"
        label="The query that stays"
        without={record.id}
        value={value.other}
        onChange={other => change({ other })}
        unfit={({ status }) =>
          status === 'closed' || status === 'merged'
            ? 'That query has ended, so nothing can be merged into it.'
            : undefined
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
