import { datesIn } from './FurtherDates';
import { isDay } from './isDay';

/** What happened, when, and the further dates that the law asks for. */
export interface EventDraft {
  ruleId: string;
  date: string;
  facts: Readonly<Record<string, string>>;
}

/** An event with nothing chosen yet. */
export const emptyEvent: EventDraft = { ruleId: '', date: '', facts: {} };

/** As it is sent: without further dates where there are none. */
export const eventBody = ({ ruleId, date, facts }: EventDraft) => ({
  ruleId,
  date,
  // What was kept by an older page knows of none.
  ...(Object.keys(datesIn(facts)).length > 0 ? { facts } : {}),
});

/**
 * Events from which limits can be worked out: those with a day that exists.
 * While a further date is typed, it does not count.
 */
export const wholeEvents = (
  events: ReadonlyArray<{ ruleId?: unknown; date?: unknown; facts?: unknown }>,
) =>
  events.flatMap(({ ruleId, date, facts }) => {
    if (typeof ruleId !== 'string' || !ruleId || !isDay(date)) return [];
    const whole = Object.entries(datesIn(facts)).filter(([, day]) =>
      isDay(day),
    );
    return [eventBody({ ruleId, date, facts: Object.fromEntries(whole) })];
  });
