import { Section } from '@imsa-hub/ui';
import type { AskFieldsProps } from './AskFieldsProps';
import { SafetyQuestions } from './SafetyQuestions';

/** The questions that decide how pressing it is. */
export function SafetyFields({ draft, change }: AskFieldsProps) {
  return (
    <Section
      title="Safety"
      lead="These answers, not the words of the question, decide how soon it is seen."
    >
      <SafetyQuestions
        value={draft.safety}
        change={safety => change({ safety })}
      />
    </Section>
  );
}
