import { escalationsOverrideConsentPermission } from '@imsa-hub/escalations-common';
import {
  answersInWords,
  checkAnswers,
  londonDateOf,
  NATIONS,
  type AnsweredPage,
  type AnswerProblem,
  type JourneyAnswers,
} from '@imsa-hub/core';
import { HubInputError } from '@imsa-hub/core-node';
import type { HappenedEvent } from '@imsa-hub/deadlines-node';
import type { PersonContext } from '@imsa-hub/network-node';
import type { EscalationContext } from '../EscalationContext';
import { eventWords } from '../lists';

const OTHER_NATIONS: ReadonlySet<string> = new Set(
  NATIONS.filter(nation => nation !== 'england'),
);

/** What is right and wrong with answers, and how they read. */
export class DraftAnswers {
  constructor(private readonly context: EscalationContext) {}

  /** Everything that keeps these answers from being raised by this person. */
  problems(input: {
    person: PersonContext;
    type: string;
    answers: JourneyAnswers;
  }): AnswerProblem[] {
    const { types, hub } = this.context;
    const { person, answers } = input;
    const { problems } = checkAnswers({
      pages: types.pagesOf(input.type),
      answers,
      complete: true,
    });
    const mayOverride = hub.permissions.may(
      person,
      escalationsOverrideConsentPermission,
    );
    return [
      ...problems,
      ...this.unknownChoices(answers),
      ...(answers.consent === 'not-given' && !mayOverride
        ? [
            {
              page: 'consent',
              field: 'consent',
              message:
                'The survivor has to agree before you can discuss the case with the Hub. If there is a serious risk, ring the Hub and speak to a senior IMSA.',
            },
          ]
        : []),
    ];
  }

  /**
   * Choices that the pages alone cannot judge: from lists that change, and
   * parts of the country that are not in the nation.
   */
  unknownChoices(answers: JourneyAnswers): AnswerProblem[] {
    const { hub, limits } = this.context;
    const { organisation, events, nation, region } = answers as {
      nation?: string;
      region?: string;
      organisation?: string;
      events?: HappenedEvent[];
    };
    const law = limits();
    const today = londonDateOf(new Date().toISOString());
    return [
      ...(nation && region && !isPartOf(region, nation)
        ? [
            {
              page: 'place',
              field: 'region',
              message: 'Choose a part of the country that is in this nation',
            },
          ]
        : []),
      ...(organisation && !hub.people.organisation(organisation)
        ? [
            {
              page: 'organisation',
              field: 'organisation',
              message: 'Choose an organisation of the register, or none',
            },
          ]
        : []),
      ...(events ?? []).flatMap((event, index) =>
        law.problems({ event, today }).map(({ field, message }) => ({
          page: 'events',
          field: `events[${index}].${field}`,
          message,
        })),
      ),
    ];
  }

  /** What was asked and answered, as it is worded today. */
  inWords(type: string, answers: JourneyAnswers): AnsweredPage[] {
    const { types, hub, limits } = this.context;
    const names = {
      events: (ruleId: string) => eventWords(this.context, ruleId),
      'further-dates': (id: string) => limits().factQuestion(id) ?? id,
      organisations: (id: string) =>
        hub.people.organisation(id)?.name ?? 'An organisation that has left',
    };
    return answersInWords({
      pages: types.pagesOf(type),
      answers,
      name: (from, value) => names[from](value),
    });
  }
}

// England is told apart by region; each other nation is a part of its own.
const isPartOf = (region: string, nation: string) =>
  nation === 'england' ? !OTHER_NATIONS.has(region) : region === nation;

/** Problems of answers as those of a request. */
export function refused(problems: readonly AnswerProblem[]): HubInputError {
  return new HubInputError({
    fields: problems.map(({ field, message }) => ({
      field: `body.answers.${field}`,
      message,
    })),
  });
}
