import {
  AnswerLegalRequestRequestSchema,
  LEGAL_REQUEST_KIND_NAMES,
  LONG_TEXT,
} from '@imsa-hub/escalations-common';
import { ConfidentialTextArea, DateField, Select } from '@imsa-hub/ui';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

/** Notes what was done about a summons or request. */
export function AnswerRequestForm(props: CaseFormProps) {
  const standing = props.record.legalRequests.filter(({ struck }) => !struck);
  return (
    <CaseForm
      {...props}
      action="answer-request"
      title="Note what was done about a summons or request"
      lead="After that, its day no longer makes the case more urgent."
      submitLabel="Note it"
      doneMessage="What was done is noted"
      schema={AnswerLegalRequestRequestSchema}
      initial={{ requestId: props.item, answeredOn: '', answer: '' }}
      say={{ requestId: 'Choose the summons or request' }}
    >
      {({ value, change }) => (
        <>
          <Select
            name="requestId"
            label="Which one?"
            choices={standing.map(({ id, kind, from }) => ({
              value: id,
              label: `${LEGAL_REQUEST_KIND_NAMES[kind]} from ${from}`,
            }))}
            value={value.requestId}
            onChange={requestId => change({ requestId })}
          />
          <DateField
            name="answeredOn"
            label="When was it done?"
            value={value.answeredOn}
            onChange={answeredOn => change({ answeredOn })}
          />
          <ConfidentialTextArea
            name="answer"
            label="What was answered, or done?"
            rows={4}
            maxLength={LONG_TEXT}
            value={value.answer}
            onChange={answer => change({ answer })}
          />
        </>
      )}
    </CaseForm>
  );
}
