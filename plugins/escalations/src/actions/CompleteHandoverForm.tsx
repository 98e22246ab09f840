import { CompleteHandoverRequestSchema } from '@imsa-hub/escalations-common';
import { ConfidentialTextArea, DateField, nameOf } from '@imsa-hub/ui';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

/** Completes a handover; the survivor has agreed to the new lead IMSA. */
export function CompleteHandoverForm(props: CaseFormProps) {
  const { handover } = props.record;
  return (
    <CaseForm
      {...props}
      action="complete-handover"
      title="Complete the handover"
      lead={
        handover &&
        `${nameOf(handover.to)} becomes the lead IMSA. The part of ${nameOf(handover.from)} as lead ends.`
      }
      submitLabel="Complete the handover"
      doneMessage="The handover is complete"
      schema={CompleteHandoverRequestSchema}
      initial={{ survivorAgreedOn: '', note: '' }}
    >
      {({ value, change }) => (
        <>
          <DateField
            name="survivorAgreedOn"
            label="When did the survivor agree to the new lead IMSA?"
            hint="Without their agreement it cannot be completed."
            value={value.survivorAgreedOn}
            onChange={survivorAgreedOn => change({ survivorAgreedOn })}
          />
          <ConfidentialTextArea
            name="note"
            label="Anything to remember?"
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
