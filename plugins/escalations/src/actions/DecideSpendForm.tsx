import { DecideSpendRequestSchema } from '@imsa-hub/escalations-common';
import { nameOf, RadioGroup, ReasonField, Select, useMe } from '@imsa-hub/ui';
import { writtenMoney } from '../words/money';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

interface DecideDraft {
  spendId: string;
  decision: 'approved' | 'refused' | '';
  reason: string;
}

const DECISIONS = [
  { value: 'approved', label: 'Approve it' },
  { value: 'refused', label: 'Refuse it' },
] as const;

/** Decides on a spend that somebody else asked for. */
export function DecideSpendForm(props: CaseFormProps) {
  const { person } = useMe();
  const open = props.record.spends.filter(
    ({ state, proposedBy }) =>
      state === 'proposed' && proposedBy.id !== person.id,
  );
  return (
    <CaseForm<DecideDraft>
      {...props}
      action="decide-spend"
      title="Decide on a last-resort spend"
      submitLabel="Record the decision"
      doneMessage="The decision is recorded"
      schema={DecideSpendRequestSchema}
      initial={{
        spendId: props.item || (open[0]?.id ?? ''),
        decision: '',
        reason: '',
      }}
      say={{ spendId: 'Choose the spend', decision: 'Choose what you decide' }}
    >
      {({ value, change }) => (
        <>
          <Select
            name="spendId"
            label="Which spend?"
            choices={open.map(({ id, amount, purpose, proposedBy }) => ({
              value: id,
              label: `${writtenMoney(amount)}: ${purpose} (${nameOf(proposedBy)})`,
            }))}
            value={value.spendId}
            onChange={spendId => change({ spendId })}
          />
          <RadioGroup
            name="decision"
            label="What do you decide?"
            choices={DECISIONS}
            value={value.decision}
            onChange={decision => change({ decision })}
          />
          <ReasonField
            label="Why?"
            value={value.reason}
            onChange={reason => change({ reason })}
          />
        </>
      )}
    </CaseForm>
  );
}
