import {
  PublicQuestionSchema,
  type PublicQuestion,
} from '@imsa-hub/advice-common';
import { PublicPageError } from '@imsa-hub/core-node';
import type { KeptHappened } from '@imsa-hub/deadlines-node';
import { factsIn } from './furtherDates';
import type { PublicAnswers } from './PublicAnswers';

/** The events with their dates, as far as they are answered. */
export function eventsOf(answers: Partial<PublicAnswers>): KeptHappened[] {
  return (answers.events ?? []).flatMap(ruleId => {
    const date = answers.dates?.[ruleId];
    return date
      ? [{ ruleId, date, ...factsIn(answers.dates ?? {}, ruleId) }]
      : [];
  });
}

/**
 * The answers as the contract wants them.
 *
 * @throws PublicPageError `start-again` where answers that were sealed by an
 * older version of the form no longer fit
 */
export function composeQuestion(options: {
  answers: Partial<PublicAnswers>;
  requestKey: string;
}): PublicQuestion {
  const { answers, requestKey } = options;
  const parsed = PublicQuestionSchema.safeParse({
    question: answers.question,
    nation: answers.nation,
    areas: answers.areas,
    whoCanAct: answers['who-can-act'],
    safety: {
      'nowhere-safe-tonight': answers.tonight,
      'contact-with-exploiter': answers.exploiter,
      'removal-eviction-or-detention': answers.removal,
    },
    safeContact: answers['safe-contact'],
    language: answers.language?.code,
    interpreter: answers.language?.interpreter,
    events: eventsOf(answers),
    askerKind: answers.who,
    aboutService: answers.service,
    requestKey,
  });
  if (parsed.success) return parsed.data;
  throw new PublicPageError({ kind: 'start-again', status: 400 });
}
