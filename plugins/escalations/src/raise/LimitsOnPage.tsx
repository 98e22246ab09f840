import type { JourneyAnswers, JourneyPage, Nation } from '@imsa-hub/core';
import { datesIn } from './FurtherDates';
import { isDay, LimitsOfEvents } from './LimitsOfEvents';
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
    return itemsOf(answers[field.name]).flatMap(item => {
      const ruleId = item[what.name];
      const date = item[day.name];
      return typeof ruleId === 'string' && ruleId !== '' && isDay(date)
        ? [{ ruleId, date, ...wholeDates(item[further?.name ?? '']) }]
        : [];
    });
  });
}

/** Further dates that exist; while one is typed, it does not count. */
function wholeDates(value: unknown) {
  const whole = Object.entries(datesIn(value)).filter(([, date]) =>
    isDay(date),
  );
  return whole.length > 0 ? { facts: Object.fromEntries(whole) } : {};
}

/** The limits that follow from the events on this page, with their working. */
export function LimitsOnPage(props: {
  page: JourneyPage;
  answers: JourneyAnswers;
  nation: Nation | undefined;
}) {
  const { page, answers, nation } = props;
  return <LimitsOfEvents events={eventsOn(page, answers)} nation={nation} />;
}
