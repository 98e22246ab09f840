import {
  ChangeFactRequestSchema,
  FACT_NAMES,
  FactSchema,
  type ChangeFactRequest,
  type Fact,
} from '@imsa-hub/escalations-common';
import { ReasonField, Select } from '@imsa-hub/ui';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';
import { FactValueField } from './FactValueField';
import { factValue } from './factValue';

interface FactDraft {
  fact: Fact | '';
  value: ChangeFactRequest['value'];
  reason: string;
}

/** Corrects a fact; what it said before stays, with the reason. */
export function ChangeFactForm(props: CaseFormProps) {
  const { record, item } = props;
  const asked = FactSchema.safeParse(item);
  return (
    <CaseForm<FactDraft>
      {...props}
      action="change-fact"
      title="Change a fact"
      lead="What it said before stays in the timeline, with your reason."
      submitLabel="Change it"
      doneMessage="The fact is changed"
      schema={ChangeFactRequestSchema}
      initial={{
        fact: asked.success ? asked.data : '',
        value: asked.success ? factValue({ fact: asked.data, record }) : '',
        reason: '',
      }}
      say={{ fact: 'Choose what is changed' }}
    >
      {({ value, change }) => (
        <>
          <Select
            name="fact"
            label="What is changed?"
            choices={record.factsThatCanChange.map(fact => ({
              value: fact,
              label: FACT_NAMES[fact],
            }))}
            value={value.fact}
            onChange={fact =>
              change({ fact, value: fact ? factValue({ fact, record }) : '' })
            }
          />
          {value.fact && (
            <FactValueField
              key={value.fact}
              fact={value.fact}
              value={value.value}
              onChange={next => change({ value: next })}
            />
          )}
          <ReasonField
            label="Why is it changed?"
            value={value.reason}
            onChange={reason => change({ reason })}
          />
        </>
      )}
    </CaseForm>
  );
}
