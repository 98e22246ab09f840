import { useState } from 'react';
import { Button } from '@backstage/ui';
import { ReasonField, needed } from '@imsa-hub/ui';
import { ActionFrame } from './ActionFrame';
import type { ActionFormProps } from './ActionFormProps';
import { PersonField } from './PersonField';
import { SuggestionField } from './SuggestionField';
import { useActionDraft } from './useActionDraft';

/** Gives a query to somebody: those who suit best are suggested, with why. */
export function AssignForm({ record, onClose }: ActionFormProps) {
  const [isOpenToAll, setIsOpenToAll] = useState(false);
  const { value, change, clear } = useActionDraft({
    queryId: record.id,
    action: 'assign',
    initial: { personId: '', reason: '' },
  });
  const choose = (personId: string) => change({ personId });
  return (
    <ActionFrame
      action="assign"
      record={record}
      title="Give this query to somebody"
      submitLabel="Give it to them"
      doneMessage={`${record.reference} was given`}
      check={() =>
        needed([
          {
            field: 'personId',
            value: value.personId,
            message: 'Choose who should have it',
          },
          { field: 'reason', value: value.reason, message: 'Give a reason' },
        ])
      }
      body={() => value}
      onDone={clear}
      onClose={onClose}
    >
      {isOpenToAll ? (
        <PersonField
          name="personId"
          label="Who should have it?"
          without={record.assignee?.id}
          value={value.personId}
          onChange={choose}
        />
      ) : (
        <SuggestionField
          queryId={record.id}
          value={value.personId}
          onChange={choose}
        />
      )}
      <div className="hub-row">
        <Button
          variant="tertiary"
          size="medium"
          onPress={() => setIsOpenToAll(!isOpenToAll)}
        >
          {isOpenToAll ? 'Show the suggestions' : 'Choose somebody else'}
        </Button>
      </div>
      <ReasonField
        label="Why them?"
        value={value.reason}
        onChange={reason => change({ reason })}
      />
    </ActionFrame>
  );
}
