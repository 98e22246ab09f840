import {
  SAFETY_ANSWER_NAMES,
  SAFETY_QUESTIONS,
  SAFETY_QUESTION_TEXTS,
  SafetyAnswerSchema,
} from '@imsa-hub/advice-common';
import { Notice, RadioGroup } from '@imsa-hub/ui';
import type { SafetyDraft } from './askDraft';

const ANSWERS = SafetyAnswerSchema.options.map(value => ({
  value,
  label: SAFETY_ANSWER_NAMES[value],
}));

/** The explicit questions from which it follows how soon a query is seen. */
export function SafetyQuestions(props: {
  value: SafetyDraft;
  change(value: SafetyDraft): void;
}) {
  const { value, change } = props;
  const isPressing = SAFETY_QUESTIONS.some(
    question => value[question] === 'yes',
  );
  return (
    <>
      {SAFETY_QUESTIONS.map(question => (
        <RadioGroup
          key={question}
          name={`safety.${question}`}
          label={SAFETY_QUESTION_TEXTS[question]}
          orientation="horizontal"
          choices={ANSWERS}
          value={value[question]}
          onChange={answer => change({ ...value, [question]: answer })}
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
    </>
  );
}
