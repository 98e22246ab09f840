import { REACHING_KINDS } from '@imsa-hub/core';
import {
  ConfidentialTextArea,
  RadioGroup,
  Section,
  Select,
} from '@imsa-hub/ui';
import { languageChoices } from '../words/languages';
import type { AskFieldsProps } from './AskFieldsProps';
import { ASK_WORDS } from './askWords';

const LONGEST_CONTACT = 2_000;

/** How to reach the asker safely, and in which language. */
export function ContactFields({ draft, change, way }: AskFieldsProps) {
  return (
    <Section title="Reaching people safely">
      <ConfidentialTextArea
        name="safeContact"
        label="When and how is it safe to make contact?"
        hint={ASK_WORDS[way].contactHint}
        optional
        expects={REACHING_KINDS}
        rows={3}
        maxLength={LONGEST_CONTACT}
        value={draft.safeContact}
        onChange={safeContact => change({ safeContact })}
      />
      <Select
        name="language"
        label="The survivor’s language"
        choices={languageChoices}
        value={draft.language}
        onChange={language => change({ language: language || 'en' })}
      />
      <RadioGroup
        name="interpreter"
        label="Is an interpreter needed?"
        orientation="horizontal"
        choices={[
          { value: 'needed', label: 'Yes' },
          { value: 'not-needed', label: 'No' },
          { value: 'not-known', label: 'Not known' },
        ]}
        value={draft.interpreter}
        onChange={interpreter => change({ interpreter })}
      />
    </Section>
  );
}
