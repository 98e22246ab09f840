import { needed, Notice, ReasonField, useMe } from '@imsa-hub/ui';
import { useNavigate } from 'react-router-dom';
import { pagePaths } from '../api/paths';
import { ActionFrame } from './ActionFrame';
import type { ActionFormProps } from './ActionFormProps';
import { PersonField } from './PersonField';
import { useActionDraft } from './useActionDraft';

/** Steps back from a query: access ends, so it says so before. */
export function RecuseForm({ record, onClose }: ActionFormProps) {
  const { person } = useMe();
  const navigate = useNavigate();
  const { value, change, clear } = useActionDraft({
    queryId: record.id,
    action: 'recuse',
    initial: { reason: '', handOverTo: '' },
  });
  const isFinished = ['closed', 'merged'].includes(record.status);
  const handsOver = record.assignee?.id === person.id && !isFinished;
  const leave = () => {
    clear();
    navigate(pagePaths.queue);
  };
  return (
    <ActionFrame
      action="recuse"
      record={record}
      title="Step back from this query"
      submitLabel="Step back"
      destructive
      leaves
      doneMessage={`You have stepped back from ${record.reference}`}
      check={() =>
        needed([
          ...(handsOver
            ? [
                {
                  field: 'handOverTo',
                  value: value.handOverTo,
                  message: 'Choose who takes this query over',
                },
              ]
            : []),
          { field: 'reason', value: value.reason, message: 'Give a reason' },
        ])
      }
      body={() => ({
        reason: value.reason,
        handOverTo: value.handOverTo || null,
      })}
      onDone={leave}
      onClose={onClose}
    >
      <Notice tone="warning" title="You will no longer see this query">
        As soon as you step back, the query leaves your lists, your search and
        your notifications. You cannot undo this yourself.
      </Notice>
      {handsOver && (
        <PersonField
          name="handOverTo"
          label="Who takes over?"
          hint="You have this query, so somebody has to take it over before you step back."
          without={person.id}
          value={value.handOverTo}
          onChange={handOverTo => change({ handOverTo })}
        />
      )}
      <ReasonField
        label="Why do you step back?"
        hint="“I know somebody in this case” is enough. Do not name them."
        value={value.reason}
        onChange={reason => change({ reason })}
      />
    </ActionFrame>
  );
}
