import {
  CheckSafetyRequestSchema,
  LONG_TEXT,
  type CheckSafetyRequest,
} from '@imsa-hub/escalations-common';
import { ConfidentialTextArea, RadioGroup } from '@imsa-hub/ui';
import { choices } from '../words/choices';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

interface CheckDraft {
  subject: CheckSafetyRequest['subject'] | '';
  checked: string;
  result: CheckSafetyRequest['result'] | '';
}

/** Whether an address or a job offer is safe, and how that was checked. */
export function CheckSafetyForm(props: CaseFormProps) {
  return (
    <CaseForm<CheckDraft>
      {...props}
      action="check-safety"
      title="Record a safety check"
      submitLabel="Record the check"
      doneMessage="The safety check is recorded"
      schema={CheckSafetyRequestSchema}
      initial={{ subject: '', checked: '', result: '' }}
      say={{ subject: 'Choose what was checked', result: 'Choose the result' }}
    >
      {({ value, change }) => (
        <>
          <RadioGroup
            name="subject"
            label="What was checked?"
            choices={choices.safetySubject}
            value={value.subject}
            onChange={subject => change({ subject })}
          />
          <ConfidentialTextArea
            name="checked"
            label="How was it checked, and what was found?"
            rows={4}
            maxLength={LONG_TEXT}
            value={value.checked}
            onChange={checked => change({ checked })}
          />
          <RadioGroup
            name="result"
            label="What is the result?"
            choices={choices.safetyResult}
            value={value.result}
            onChange={result => change({ result })}
          />
        </>
      )}
    </CaseForm>
  );
}
