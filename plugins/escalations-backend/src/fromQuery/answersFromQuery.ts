import type { CarryOver } from '@imsa-hub/advice-node';
import { checkAnswers, type JourneyAnswers } from '@imsa-hub/core';
import type { CoreAnswers, RiskFlag } from '@imsa-hub/escalations-common';
import { CORE_PAGES } from '../drafts/corePages';

// Answers to the same explicit questions; free text flags nothing. Removal,
// eviction and detention are one question there and different risks here: the
// page on what presses asks anew.
const RISKS_OF_SAFETY: ReadonlyArray<
  readonly [keyof CarryOver['safety'], RiskFlag]
> = [
  ['nowhere-safe-tonight', 'destitution'],
  ['contact-with-exploiter', 'contact-with-exploiter'],
];

/** The answers that a query gives to the questions of a case. */
export function answersFromQuery(input: {
  query: CarryOver;
  /** Whether cases know what happened: advice may ask of more. */
  isKnownEvent(ruleId: string): boolean;
}): JourneyAnswers {
  const { query, isKnownEvent } = input;
  const { tier } = query;
  const known: Partial<CoreAnswers> = {
    nation: query.nation,
    areas: [...query.areas],
    askedOfHub: query.question,
    risks: RISKS_OF_SAFETY.filter(
      ([question]) => query.safety[question] === 'yes',
    ).map(([, risk]) => risk),
    events: query.events.filter(({ ruleId }) => isKnownEvent(ruleId)),
    organisation: query.subjectOrganisation?.id ?? '',
    ...(tier && tier !== 'signpost' ? { tier } : {}),
  };
  return checkAnswers({ pages: CORE_PAGES, answers: known, complete: false })
    .answers;
}
