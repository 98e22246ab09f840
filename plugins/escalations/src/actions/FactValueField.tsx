import {
  FACT_NAMES,
  LONG_TEXT,
  type ChangeFactRequest,
  type Fact,
} from '@imsa-hub/escalations-common';
import {
  CheckboxGroup,
  ConfidentialTextArea,
  ConfidentialTextField,
  Select,
  type Choice,
} from '@imsa-hub/ui';
import { choices } from '../words/choices';

const ONE: Readonly<Partial<Record<Fact, readonly Choice[]>>> = {
  nation: choices.nation,
  region: choices.region,
  tier: choices.tier,
  'nrm-consent': choices.nrmConsent,
};
const SEVERAL: Readonly<Partial<Record<Fact, readonly Choice[]>>> = {
  areas: choices.area,
  risks: choices.risk,
};

/** The field for the new value of a fact, by which fact it is. */
export function FactValueField(props: {
  fact: Fact;
  value: ChangeFactRequest['value'];
  onChange(value: ChangeFactRequest['value']): void;
}) {
  const { fact, value, onChange } = props;
  const field = { name: 'value', label: FACT_NAMES[fact] };
  const text = typeof value === 'string' ? value : '';
  const one = ONE[fact];
  if (one) {
    return <Select {...field} choices={one} value={text} onChange={onChange} />;
  }
  const several = SEVERAL[fact];
  if (several) {
    return (
      <CheckboxGroup
        {...field}
        choices={several}
        value={Array.isArray(value) ? value : []}
        onChange={onChange}
      />
    );
  }
  if (fact === 'case-reference') {
    return (
      <ConfidentialTextField
        {...field}
        strictness="refuse"
        hint="A reference that tells nobody who it is, such as NG-0412."
        size="short"
        value={text}
        onChange={onChange}
      />
    );
  }
  return (
    <ConfidentialTextArea
      {...field}
      rows={8}
      maxLength={LONG_TEXT}
      value={text}
      onChange={onChange}
    />
  );
}
