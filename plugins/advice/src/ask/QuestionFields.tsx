import { LONG_TEXT } from '@imsa-hub/advice-common';
import {
  CheckboxGroup,
  ConfidentialTextArea,
  ConfidentialTextField,
  Section,
} from '@imsa-hub/ui';
import { areaChoices } from '../words/choices';
import type { AskFieldsProps } from './AskFieldsProps';
import { ASK_WORDS } from './askWords';

/** The question itself, and what it is about. */
export function QuestionFields({ draft, change, way }: AskFieldsProps) {
  return (
    <Section title="The question">
      <ConfidentialTextArea
        name="question"
        label={ASK_WORDS[way].question}
        hint="What is the situation, what was done already, and what do you need to know? Leave out names and whatever could identify the survivor."
        rows={8}
        maxLength={LONG_TEXT}
        value={draft.question}
        onChange={question => change({ question })}
      />
      <CheckboxGroup
        name="areas"
        label="What is it about?"
        hint="Choose all that fit, or the closest."
        choices={areaChoices}
        value={draft.areas}
        onChange={areas => change({ areas })}
      />
      <ConfidentialTextField
        name="whoCanAct"
        label="Who could act on the advice?"
        hint="Their role, such as “housing officer” or “support worker”. Leave it empty if there is nobody yet."
        optional
        size="medium"
        value={draft.whoCanAct}
        onChange={whoCanAct => change({ whoCanAct })}
      />
    </Section>
  );
}
