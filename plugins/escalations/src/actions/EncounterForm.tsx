import {
  AddEncounterRequestSchema,
  type InterpreterValue,
} from '@imsa-hub/escalations-common';
import { ConfidentialTextArea, DateField, RadioGroup } from '@imsa-hub/ui';
import { choices } from '../words/choices';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

interface EncounterDraft {
  date: string;
  interpreter: InterpreterValue | '';
  note: string;
}

/** A meeting with the survivor, and how words crossed languages in it. */
export function EncounterForm(props: CaseFormProps) {
  return (
    <CaseForm<EncounterDraft>
      {...props}
      action="add-encounter"
      title="Record a meeting"
      submitLabel="Record the meeting"
      doneMessage="The meeting is recorded"
      schema={AddEncounterRequestSchema}
      initial={{ date: '', interpreter: '', note: '' }}
      say={{ interpreter: 'Choose how you spoke with each other' }}
    >
      {({ value, change }) => (
        <>
          <DateField
            name="date"
            label="When did you meet?"
            value={value.date}
            onChange={date => change({ date })}
          />
          <RadioGroup
            name="interpreter"
            label="How did you speak with each other?"
            choices={choices.interpreter}
            value={value.interpreter}
            onChange={interpreter => change({ interpreter })}
          />
          <ConfidentialTextArea
            name="note"
            label="What should be remembered of it?"
            optional
            rows={3}
            maxLength={1_000}
            value={value.note}
            onChange={note => change({ note })}
          />
        </>
      )}
    </CaseForm>
  );
}
