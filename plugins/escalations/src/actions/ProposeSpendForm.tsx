import {
  LONG_TEXT,
  ProposeSpendRequestSchema,
} from '@imsa-hub/escalations-common';
import {
  ConfidentialTextArea,
  ConfidentialTextField,
  TextField,
} from '@imsa-hub/ui';
import { penceOf } from '../words/money';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

/** Asks for a spend when nothing else is left. */
export function ProposeSpendForm(props: CaseFormProps) {
  return (
    <CaseForm
      {...props}
      action="propose-spend"
      title="Ask for a last-resort spend"
      lead="A night’s hotel, a food shop: when nothing else is left. Somebody else decides, not you."
      submitLabel="Ask for it"
      doneMessage="The spend waits for a decision"
      schema={ProposeSpendRequestSchema}
      initial={{ purpose: '', amount: '', alternativesTried: '' }}
      body={value => ({ ...value, amount: penceOf(value.amount) ?? 0 })}
      say={{ amount: 'Enter an amount in pounds up to £10,000, such as 64.50' }}
    >
      {({ value, change }) => (
        <>
          <ConfidentialTextField
            name="purpose"
            label="What is it for?"
            maxLength={300}
            value={value.purpose}
            onChange={purpose => change({ purpose })}
          />
          <TextField
            name="amount"
            label="How much, in pounds?"
            hint="For example 64.50"
            size="short"
            value={value.amount}
            onChange={amount => change({ amount })}
          />
          <ConfidentialTextArea
            name="alternativesTried"
            label="What was tried before?"
            hint="Whom you asked, and what they said."
            rows={4}
            maxLength={LONG_TEXT}
            value={value.alternativesTried}
            onChange={alternativesTried => change({ alternativesTried })}
          />
        </>
      )}
    </CaseForm>
  );
}
