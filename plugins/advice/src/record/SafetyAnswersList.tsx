import {
  SAFETY_QUESTIONS,
  SAFETY_QUESTION_TEXTS,
  type SafetyAnswer,
  type SafetyAnswers,
} from '@imsa-hub/advice-common';
import { StatusBadge, type Tone } from '@imsa-hub/ui';

const ANSWERS: Readonly<Record<SafetyAnswer, { word: string; tone: Tone }>> = {
  yes: { word: 'Yes', tone: 'negative' },
  no: { word: 'No', tone: 'neutral' },
  'not-known': { word: 'Not known', tone: 'warning' },
};

/** The answers to the safety questions, each beneath its question. */
export function SafetyAnswersList(props: { safety: SafetyAnswers }) {
  return (
    <dl className="advice-fields">
      {SAFETY_QUESTIONS.map(question => {
        const { word, tone } = ANSWERS[props.safety[question]];
        return (
          <div key={question}>
            <dt>{SAFETY_QUESTION_TEXTS[question]}</dt>
            <dd>
              <StatusBadge tone={tone}>{word}</StatusBadge>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
