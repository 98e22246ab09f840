import {
  AddLegalRequestRequestSchema,
  type LegalRequestKind,
} from '@imsa-hub/escalations-common';
import { ConfidentialTextArea, DateField, RadioGroup } from '@imsa-hub/ui';
import { choices } from '../words/choices';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

interface RequestDraft {
  kind: LegalRequestKind | '';
  received: string;
  due: string;
  from: string;
}

/** A summons to be a witness, or a request to hand over records. */
export function LegalRequestForm(props: CaseFormProps) {
  return (
    <CaseForm<RequestDraft>
      {...props}
      action="add-request"
      title="Record a summons or request"
      lead="The day by which it has to be answered counts like a legal limit: the case comes up on the board as it comes near."
      submitLabel="Record it"
      doneMessage="The summons or request is recorded"
      schema={AddLegalRequestRequestSchema}
      initial={{ kind: '', received: '', due: '', from: '' }}
      body={value => ({ ...value, due: value.due || null })}
      say={{ kind: 'Choose what it is' }}
    >
      {({ value, change }) => (
        <>
          <RadioGroup
            name="kind"
            label="What is it?"
            choices={choices.legalRequest}
            value={value.kind}
            onChange={kind => change({ kind })}
          />
          <ConfidentialTextArea
            name="from"
            label="Who is it from?"
            rows={2}
            maxLength={200}
            value={value.from}
            onChange={from => change({ from })}
          />
          <DateField
            name="received"
            label="When did it come?"
            value={value.received}
            onChange={received => change({ received })}
          />
          <DateField
            name="due"
            label="By when does it have to be answered?"
            optional
            value={value.due}
            onChange={due => change({ due })}
          />
        </>
      )}
    </CaseForm>
  );
}
