import { isPartOf, type ConsentDecision } from '@imsa-hub/escalations-common';
import {
  answersInWords,
  checkAnswers,
  londonDateOf,
  type AnsweredPage,
  type AnswerProblem,
  type JourneyAnswers,
} from '@imsa-hub/core';
import { HubInputError } from '@imsa-hub/core-node';
import type { HappenedEvent } from '@imsa-hub/deadlines-node';
import type { EscalationContext } from '../EscalationContext';
import { eventWords } from '../lists';

/** Why a case cannot be brought without the survivor's agreement, and what helps. */
const NOT_YET: Readonly<
  Record<Exclude<ConsentDecision['state'], 'granted'>, string>
> = {
  none: 'The survivor has to agree before you can discuss the case with the Hub. If something serious weighs more, ask the Hub to decide: somebody sees your reason and nothing else.',
  waiting:
    'Somebody at the Hub still has to decide whether it can be discussed without agreement.',
  refused:
    'The Hub decided that it stays with you without the survivor’s agreement. You can ask on the advice line, without anything of the case.',
};

/** What is right and wrong with answers, and how they read. */
export class DraftAnswers {
  constructor(private readonly context: EscalationContext) {}

  /** Everything that keeps these answers from being raised. */
  problems(input: {
    type: string;
    answers: JourneyAnswers;
    /** What was decided where the survivor does not agree. */
    decided: ConsentDecision['state'];
  }): AnswerProblem[] {
    const { types } = this.context;
    const { answers, decided } = input;
    const { problems } = checkAnswers({
      pages: types.pagesOf(input.type),
      answers,
      complete: true,
    });
    return [
      ...problems,
      ...this.unknownChoices(answers),
      ...(answers.consent === 'not-given' && decided !== 'granted'
        ? [{ page: 'consent', field: 'consent', message: NOT_YET[decided] }]
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

/** Problems of answers as those of a request. */
export function refused(problems: readonly AnswerProblem[]): HubInputError {
  return new HubInputError({
    fields: problems.map(({ field, message }) => ({
      field: `body.answers.${field}`,
      message,
    })),
  });
}
