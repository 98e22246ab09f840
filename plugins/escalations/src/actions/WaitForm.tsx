import {
  WaitRequestSchema,
  type WaitCategory,
} from '@imsa-hub/escalations-common';
import { DateField, RadioGroup, ReasonField } from '@imsa-hub/ui';
import { choices } from '../words/choices';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';

interface WaitDraft {
  category: WaitCategory | '';
  until: string;
  reason: string;
}

/** Sets a case waiting: what for, until when, why. */
export function WaitForm(props: CaseFormProps) {
  return (
    <CaseForm<WaitDraft>
      {...props}
      action="wait"
      title="Mark this case as waiting"
      lead="Legal limits go on. Say when to look at it again."
      submitLabel="Mark it as waiting"
      doneMessage="The case is waiting"
      schema={WaitRequestSchema}
      initial={{ category: '', until: '', reason: '' }}
      body={value => ({ ...value, until: value.until || null })}
      say={{ category: 'Choose what it waits for' }}
    >
      {({ value, change }) => (
        <>
          <RadioGroup
            name="category"
            label="What does it wait for?"
            choices={choices.waitCategory}
            value={value.category}
            onChange={category => change({ category })}
          />
          <DateField
            name="until"
            label="When should it be looked at again?"
            optional
            value={value.until}
            onChange={until => change({ until })}
          />
          <ReasonField
            label="What exactly does it wait for?"
            value={value.reason}
            onChange={reason => change({ reason })}
          />
        </>
      )}
    </CaseForm>
  );
}
