import {
  LONG_TEXT,
  StatementKindSchema,
  StatementRequestSchema,
  type StatementKind,
} from '@imsa-hub/escalations-common';
import { ConfidentialTextArea, DateField, RadioGroup } from '@imsa-hub/ui';
import { choices } from '../words/choices';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

interface StatementDraft {
  kind: StatementKind | '';
  saidOn: string;
  text: string;
}

/** A new version of the survivor's own words; the older ones stay. */
export function StatementForm(props: CaseFormProps) {
  const asked = StatementKindSchema.safeParse(props.item);
  return (
    <CaseForm<StatementDraft>
      {...props}
      action="record-choice"
      title="Record what the survivor says now"
      lead="This is a new version. The older ones stay, and nobody can change them."
      submitLabel="Record it"
      doneMessage="The new version is recorded"
      schema={StatementRequestSchema}
      initial={{
        kind: asked.success ? asked.data : '',
        saidOn: '',
        text: '',
      }}
      say={{ kind: 'Choose what it is about' }}
    >
      {({ value, change }) => (
        <>
          <RadioGroup
            name="kind"
            label="What is it about?"
            choices={choices.statementKind}
            value={value.kind}
            onChange={kind => change({ kind })}
          />
          <DateField
            name="saidOn"
            label="When did the survivor say so?"
            value={value.saidOn}
            onChange={saidOn => change({ saidOn })}
          />
          <ConfidentialTextArea
            name="text"
            label="What did they say?"
            hint="In the survivor’s words as far as possible."
            rows={6}
            maxLength={LONG_TEXT}
            value={value.text}
            onChange={text => change({ text })}
          />
        </>
      )}
    </CaseForm>
  );
}
