import {
  ChangeFactRequestSchema,
  FACT_NAMES,
  FactSchema,
  isPartOf,
  REASON_TEXT,
  type ChangeFactRequest,
  type Fact,
  type Region,
} from '@imsa-hub/escalations-common';
import { ConfidentialTextArea, ReasonField, Select } from '@imsa-hub/ui';
import { choices } from '../words/choices';
import { CaseForm } from './CaseForm';
import type { CaseFormProps } from './CaseFormProps';
import { FactValueField } from './FactValueField';
import { factValue } from './factValue';

interface FactDraft {
  fact: Fact | '';
  value: ChangeFactRequest['value'];
  region: Region | '';
  refusedWhy: string;
  reason: string;
}

type Chosen = Pick<FactDraft, 'fact' | 'value'>;

/** England alone has several parts to choose from. */
const asksRegion = ({ fact, value }: Chosen) =>
  fact === 'nation' && value === 'england';
const asksWhyRefused = ({ fact, value }: Chosen) =>
  fact === 'nrm-consent' && value === 'refused';

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
        region: '',
        refusedWhy: '',
        reason: '',
      }}
      body={({ region, refusedWhy, ...value }) => ({
        ...value,
        ...(asksRegion(value) ? { region: region || null } : {}),
        ...(asksWhyRefused(value) ? { refusedWhy } : {}),
      })}
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
          {asksRegion(value) && (
            <Select
              name="region"
              label={FACT_NAMES.region}
              choices={choices.region.filter(({ value: region }) =>
                isPartOf(region, 'england'),
              )}
              value={value.region}
              onChange={region => change({ region })}
            />
          )}
          {asksWhyRefused(value) && (
            <ConfidentialTextArea
              name="refusedWhy"
              label="Why did they not want to be referred?"
              rows={4}
              maxLength={REASON_TEXT}
              value={value.refusedWhy}
              onChange={refusedWhy => change({ refusedWhy })}
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
