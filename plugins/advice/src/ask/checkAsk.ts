import { SAFETY_QUESTIONS } from '@imsa-hub/advice-common';
import { datesIn, type FieldError, isDay, needed } from '@imsa-hub/ui';
import { withoutEmptyLines, type AskDraft } from './askDraft';
import type { AskWay } from './askWords';

const SAFETY_MESSAGES = {
  'nowhere-safe-tonight': 'Say whether there is somewhere safe tonight',
  'contact-with-exploiter': 'Say whether there is contact with an exploiter',
  'removal-eviction-or-detention':
    'Say whether removal, eviction or detention is near',
} as const;

const WHO_MESSAGES = {
  phone: 'Choose who rang',
  mailbox: 'Choose who asks',
} as const;

function checkEvents(draft: AskDraft): FieldError[] {
  return withoutEmptyLines(draft.events).flatMap(
    ({ ruleId, date, facts }, index) => {
      const wrong = (part: string, message: string) => ({
        field: `events.${index}.${part}`,
        message,
      });
      if (!ruleId) {
        return [wrong('ruleId', 'Choose what happened, or take the line away')];
      }
      const further = Object.entries(datesIn(facts)).filter(
        ([, day]) => !isDay(day),
      );
      return [
        ...(isDay(date)
          ? []
          : [
              wrong(
                'date',
                'Enter the day on which it happened, such as 3 11 2026',
              ),
            ]),
        ...further.map(([id]) =>
          wrong(
            `facts.${id}`,
            'Enter a day such as 3 11 2026, or leave it empty',
          ),
        ),
      ];
    },
  );
}

/** What is still missing, in the order of the page. */
export function checkAsk(options: {
  draft: AskDraft;
  way: AskWay;
}): FieldError[] {
  const { draft, way } = options;
  return [
    ...needed([
      ...(way === 'console'
        ? []
        : [
            {
              field: 'askerKind',
              value: draft.askerKind,
              message: WHO_MESSAGES[way],
            },
          ]),
      { field: 'nation', value: draft.nation, message: 'Choose the nation' },
      {
        field: 'under18',
        value: draft.under18,
        message: 'Say whether the person is under 18',
      },
      {
        field: 'question',
        value: draft.question,
        message: 'Enter the question',
      },
      {
        field: 'areas',
        value: draft.areas.join(),
        message: 'Choose at least one area, or the closest',
      },
      ...SAFETY_QUESTIONS.map(question => ({
        field: `safety.${question}`,
        value: draft.safety[question],
        message: SAFETY_MESSAGES[question],
      })),
    ]),
    ...checkEvents(draft),
    ...needed([
      {
        field: 'interpreter',
        value: draft.interpreter,
        message: 'Say whether an interpreter is needed',
      },
    ]),
  ];
}
