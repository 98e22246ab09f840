import {
  SAFETY_ANSWER_NAMES,
  SAFETY_QUESTIONS,
  SAFETY_QUESTION_TEXTS,
  type SafetyAnswer,
  type SafetyAnswers,
} from '@imsa-hub/advice-common';
import { StatusBadge, type Tone } from '@imsa-hub/ui';

const TONES: Readonly<Record<SafetyAnswer, Tone>> = {
  yes: 'negative',
  no: 'neutral',
  'not-known': 'warning',
};

/** The answers to the safety questions, each beneath its question. */
export function SafetyAnswersList(props: { safety: SafetyAnswers }) {
  return (
    <dl className="advice-fields">
      {SAFETY_QUESTIONS.map(question => {
        const answer = props.safety[question];
        return (
          <div key={question}>
            <dt>{SAFETY_QUESTION_TEXTS[question]}</dt>
            <dd>
              <StatusBadge tone={TONES[answer]}>
                {SAFETY_ANSWER_NAMES[answer]}
              </StatusBadge>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
