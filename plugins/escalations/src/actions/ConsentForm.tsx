import {
  CONSENT_NAMES,
  ConsentRequestSchema,
  ConsentSchema,
  type Consent,
} from '@imsa-hub/escalations-common';
import {
  choicesOf,
  DateField,
  Notice,
  RadioGroup,
  ReasonField,
} from '@imsa-hub/ui';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

interface ConsentDraft {
  consent: Consent | '';
  saidOn: string;
  reason: string;
}

const CHOICES = choicesOf({
  values: ConsentSchema.options,
  names: CONSENT_NAMES,
});

/** Records that the survivor agrees by now, or does not agree any more. */
export function ConsentForm(props: CaseFormProps) {
  return (
    <CaseForm<ConsentDraft>
      {...props}
      action="record-consent"
      title="Does the survivor agree that the Hub discusses the case?"
      lead="What it said before stays in the timeline, with your reason."
      submitLabel="Record it"
      doneMessage="It is recorded"
      schema={ConsentRequestSchema}
      initial={{
        consent: props.record.consent === 'given' ? 'not-given' : 'given',
        saidOn: '',
        reason: '',
      }}
      say={{ consent: 'Choose what the survivor says now' }}
    >
      {({ value, change }) => (
        <>
          <RadioGroup
            name="consent"
            label="What does the survivor say now?"
            choices={CHOICES}
            value={value.consent}
            onChange={consent => change({ consent })}
          />
          {value.consent === 'not-given' && (
            <Notice tone="warning" title="What follows from it">
              Nothing new is shared: no referral, second opinion, document or
              step up, until somebody else at the Hub decides otherwise with a
              reason. Second opinions that are still to come lapse. What was
              done already stays.
            </Notice>
          )}
          <DateField
            name="saidOn"
            label="When did they say so?"
            value={value.saidOn}
            onChange={saidOn => change({ saidOn })}
          />
          <ReasonField
            label="What did they say, and why?"
            value={value.reason}
            onChange={reason => change({ reason })}
          />
        </>
      )}
    </CaseForm>
  );
}
