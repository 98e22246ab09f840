import { CheckboxGroup, RadioGroup, Section } from '@imsa-hub/ui';
import { askerKindChoices } from '../words/choices';
import type { AskFieldsProps } from './AskFieldsProps';

const RECEIPT = 'receipt';

/** Who rang, and whether they want a code to read the reply. */
export function CallFields({ draft, change }: AskFieldsProps) {
  return (
    <Section
      title="The caller"
      lead="Do not write down a name: it is not needed."
    >
      <RadioGroup
        name="askerKind"
        label="Who rang?"
        choices={askerKindChoices}
        value={draft.askerKind}
        onChange={askerKind => change({ askerKind })}
      />
      <CheckboxGroup
        name="giveReceiptCode"
        label="How do they get the reply?"
        choices={[
          {
            value: RECEIPT,
            label: 'By a receipt code that I read out to them',
            hint: 'With it they read the reply on the public page and write back.',
          },
        ]}
        value={draft.giveReceiptCode ? [RECEIPT] : []}
        onChange={chosen =>
          change({ giveReceiptCode: chosen.includes(RECEIPT) })
        }
      />
    </Section>
  );
}
