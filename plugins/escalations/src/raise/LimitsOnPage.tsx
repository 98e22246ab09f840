import type { JourneyAnswers, JourneyPage, Nation } from '@imsa-hub/core';
import { wholeEvents } from '@imsa-hub/ui';
import { LimitsThatFollow } from './LimitsThatFollow';
import { itemsOf } from './pageAnswers';

/** Whole events on a page: what happened, and a day that exists. */
function eventsOn(page: JourneyPage, answers: JourneyAnswers) {
  return page.fields.flatMap(field => {
    if (field.kind !== 'list') return [];
    const what = field.item.find(
      part => part.kind === 'one-of' && part.from === 'events',
    );
    const day = field.item.find(part => part.kind === 'date');
    const further = field.item.find(part => part.kind === 'further-dates');
    if (!what || !day) return [];
    return wholeEvents(
      itemsOf(answers[field.name]).map(item => ({
        ruleId: item[what.name],
        date: item[day.name],
        facts: item[further?.name ?? ''],
      })),
    );
  });
}

/** The limits that follow from the events on this page, with their working. */
export function LimitsOnPage(props: {
  page: JourneyPage;
  answers: JourneyAnswers;
  nation: Nation | undefined;
}) {
  const { page, answers, nation } = props;
  return <LimitsThatFollow events={eventsOn(page, answers)} nation={nation} />;
}
