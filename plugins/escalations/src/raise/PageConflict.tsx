import {
  answersInWords,
  type JourneyAnswers,
  type JourneyPage,
} from '@imsa-hub/core';
import { ConflictNotice, LongText } from '@imsa-hub/ui';
import type { FieldSurroundings } from './SimpleFieldView';

/** The same page was saved in another window: both versions, side by side. */
export function PageConflict(props: {
  page: JourneyPage;
  mine: JourneyAnswers;
  newer: JourneyAnswers;
  choices: FieldSurroundings['choices'];
  onKeepMine(): void;
  onTakeNewer(): void;
}) {
  const { page, mine, newer, choices } = props;
  const inWords = (answers: JourneyAnswers) =>
    answersInWords({
      pages: [{ ...page, showWhen: undefined }],
      answers,
      name: (from, value) =>
        from === 'organisations'
          ? (choices.organisations.find(({ id }) => id === value)?.name ?? '')
          : (choices.events.find(({ ruleId }) => ruleId === value)?.event ??
            ''),
    }).flatMap(answered => answered.answers);
  const theirs = inWords(newer);
  return (
    <ConflictNotice
      rows={inWords(mine).flatMap(({ label, text }, index) => {
        const other = theirs[index]?.text ?? '';
        return text === other
          ? []
          : [
              {
                label,
                yours: <LongText>{text}</LongText>,
                newer: <LongText>{other}</LongText>,
              },
            ];
      })}
      onKeepMine={props.onKeepMine}
      onTakeNewer={props.onTakeNewer}
    />
  );
}
