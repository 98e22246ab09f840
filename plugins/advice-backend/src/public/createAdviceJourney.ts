import type { CheckPage, Journey } from '@imsa-hub/core-node';
import { eventsOf } from './composeQuestion';
import { furtherDates } from './furtherDates';
import { guardNotices, tidyAnswers } from './guardAnswers';
import { limitView } from './limitView';
import { contactPages } from './pages/contactPages';
import { personPages } from './pages/personPages';
import { questionPages } from './pages/questionPages';
import { safetyPages } from './pages/safetyPages';
import type { PublicAdvice } from './PublicAdvice';
import type { PublicAnswers } from './PublicAnswers';
import type { PublicCatalog } from './readPublicCatalog';

/** The public form: its pages, and the last one before sending. */
export function createAdviceJourney(options: {
  advice: Pick<PublicAdvice, 'eventChoices' | 'eventProblems' | 'limits'>;
  catalog: PublicCatalog;
  consoleUrl: string;
  now: () => Date;
}): { journey: Journey<PublicAnswers>; check: CheckPage<PublicAnswers> } {
  const { advice } = options;
  const journey: Journey<PublicAnswers> = {
    first: 'who',
    pages: [
      ...personPages(options),
      ...questionPages(options),
      ...safetyPages(options),
      ...contactPages(options),
    ],
    reconcile: answers => fitEvents(advice, answers),
  };
  const check: CheckPage<PublicAnswers> = {
    title: 'Check your answers',
    lead: ['Nothing has been sent yet. You can change anything first.'],
    sendLabel: 'Send my question',
    insert(answers) {
      const { nation } = answers;
      const events = eventsOf(answers);
      const limits =
        nation && events.length > 0 ? advice.limits({ nation, events }) : [];
      return {
        partial: 'beforeSending',
        view: {
          limits: limits.map(limitView),
          notices: guardNotices(answers),
        },
      };
    },
    tidy: tidyAnswers,
  };
  return { journey, check };
}

// Another nation has other limits, and another choice of events other dates.
function fitEvents(
  advice: Pick<PublicAdvice, 'eventChoices'>,
  answers: Partial<PublicAnswers>,
): Partial<PublicAnswers> {
  const { nation, events, dates } = answers;
  if (!nation || !events) return answers;
  const choices = advice.eventChoices(nation);
  const known = choices.map(({ ruleId }) => ruleId);
  const fitting = { ...answers };
  if (!events.every(ruleId => known.includes(ruleId))) {
    delete fitting.events;
    delete fitting.dates;
  } else if (dates && !events.every(ruleId => dates[ruleId])) {
    delete fitting.dates;
  } else if (dates) {
    const asked = choices
      .filter(({ ruleId }) => events.includes(ruleId))
      .flatMap(choice => [
        choice.ruleId,
        ...furtherDates(choice).map(({ name }) => name),
      ]);
    fitting.dates = Object.fromEntries(
      Object.entries(dates).filter(([name]) => asked.includes(name)),
    );
  }
  return fitting;
}
