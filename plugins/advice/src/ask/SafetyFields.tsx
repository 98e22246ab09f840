import {
  SAFETY_QUESTIONS,
  SAFETY_QUESTION_TEXTS,
  type SafetyAnswer,
} from '@imsa-hub/advice-common';
import { Notice, RadioGroup, Section, type Choice } from '@imsa-hub/ui';
import type { AskFieldsProps } from './AskFieldsProps';

const ANSWERS: readonly Choice<SafetyAnswer>[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not-known', label: 'Not known' },
];

/** The questions that decide how pressing it is. */
export function SafetyFields({ draft, change }: AskFieldsProps) {
  const isPressing = SAFETY_QUESTIONS.some(
    question => draft.safety[question] === 'yes',
  );
  return (
    <Section
      title="Safety"
      lead="These answers, not the words of the question, decide how soon it is seen."
    >
      {SAFETY_QUESTIONS.map(question => (
        <RadioGroup
          key={question}
          name={`safety.${question}`}
          label={SAFETY_QUESTION_TEXTS[question]}
          orientation="horizontal"
          choices={ANSWERS}
          value={draft.safety[question]}
          onChange={answer =>
            change({ safety: { ...draft.safety, [question]: answer } })
          }
        />
      ))}
      {isPressing && (
        <Notice
          tone="warning"
          title="It will stand at the top of the queue"
          announce
        >
          If somebody is in danger now, ring 999 first. We are not an emergency
          service.
        </Notice>
      )}
    </Section>
  );
}
