import { AddTaskRequestSchema } from '@imsa-hub/escalations-common';
import { ConfidentialTextField, DateField } from '@imsa-hub/ui';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';
import { PersonField } from './PersonField';

/** Something to be done, by whom and by when. */
export function TaskForm(props: CaseFormProps) {
  const taking = props.record.access.map(({ person }) => person);
  return (
    <CaseForm
      {...props}
      action="add-task"
      title="Add a task"
      submitLabel="Add the task"
      doneMessage="The task is added"
      schema={AddTaskRequestSchema}
      initial={{ title: '', ownerId: '', dueOn: '' }}
      say={{ ownerId: 'Choose who does it' }}
    >
      {({ value, change }) => (
        <>
          <ConfidentialTextField
            name="title"
            label="What is to be done?"
            maxLength={200}
            value={value.title}
            onChange={title => change({ title })}
          />
          <PersonField
            name="ownerId"
            label="Who does it?"
            hint="Somebody who can see the case."
            from={({ handlers }) => [...taking, ...handlers]}
            value={value.ownerId}
            onChange={ownerId => change({ ownerId })}
          />
          <DateField
            name="dueOn"
            label="By when?"
            value={value.dueOn}
            onChange={dueOn => change({ dueOn })}
          />
        </>
      )}
    </CaseForm>
  );
}
