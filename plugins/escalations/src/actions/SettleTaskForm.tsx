import { SettleTaskRequestSchema } from '@imsa-hub/escalations-common';
import { nameOf, RadioGroup, ReasonField, Select } from '@imsa-hub/ui';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

interface SettleDraft {
  taskId: string;
  result: 'done' | 'dropped' | '';
  note: string;
}

const RESULTS = [
  { value: 'done', label: 'It is done' },
  { value: 'dropped', label: 'It is not needed any more' },
] as const;

/** Says that a task is done, or not needed any more. */
export function SettleTaskForm(props: CaseFormProps) {
  const open = props.record.tasks.filter(({ state }) => state === 'open');
  return (
    <CaseForm<SettleDraft>
      {...props}
      action="settle-task"
      title="Finish a task"
      submitLabel="Finish the task"
      doneMessage="The task is finished"
      schema={SettleTaskRequestSchema}
      initial={{ taskId: props.item, result: '', note: '' }}
      say={{ taskId: 'Choose the task', result: 'Say what became of it' }}
    >
      {({ value, change }) => (
        <>
          <Select
            name="taskId"
            label="Which task?"
            choices={open.map(({ id, title, owner }) => ({
              value: id,
              label: `${title} (${nameOf(owner)})`,
            }))}
            value={value.taskId}
            onChange={taskId => change({ taskId })}
          />
          <RadioGroup
            name="result"
            label="What became of it?"
            choices={RESULTS}
            value={value.result}
            onChange={result => change({ result })}
          />
          <ReasonField
            name="note"
            label="Anything to remember?"
            optional
            value={value.note}
            onChange={note => change({ note })}
          />
        </>
      )}
    </CaseForm>
  );
}
