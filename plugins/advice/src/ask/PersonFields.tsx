import { RadioGroup, Section } from '@imsa-hub/ui';
import { nationChoices } from '../words/choices';
import type { AskFieldsProps } from './AskFieldsProps';
import { ChildrenContacts } from './ChildrenContacts';

/**
 * Where the person is and whether they are under 18: a child is routed to those
 * whose duty it is to help, and the question is not taken.
 */
export function PersonFields({ draft, change }: AskFieldsProps) {
  return (
    <Section title="Whom it is about">
      <RadioGroup
        name="nation"
        label="Which nation’s law counts?"
        hint="Usually the one in which the survivor lives."
        orientation="horizontal"
        choices={nationChoices}
        value={draft.nation}
        onChange={nation => change({ nation })}
      />
      <RadioGroup
        name="under18"
        label="Is the person under 18?"
        hint="We advise on adults. For a child there are people whose duty it is to help. The answer is not stored."
        choices={[
          { value: 'no' as const, label: 'No, 18 or over' },
          { value: 'yes' as const, label: 'Yes, under 18' },
          {
            value: 'not-known' as const,
            label: 'Not known, or it is disputed',
          },
        ]}
        value={draft.under18}
        onChange={under18 => change({ under18 })}
      />
      {(draft.under18 === 'yes' || draft.under18 === 'not-known') && (
        <ChildrenContacts
          nation={draft.nation || undefined}
          isChild={draft.under18 === 'yes'}
        />
      )}
    </Section>
  );
}
