import type { UrgencyBand } from '@imsa-hub/advice-common';
import type { TriageFacts, TriageRule } from '@imsa-hub/advice-node';
import { daysBetween, formatDate } from '@imsa-hub/core';

/** A limit within this many working days makes a query pressing. */
const SOON_WORKING_DAYS = 5;
const TODAY_WORKING_DAYS = 1;

function bandOf(date: string, facts: TriageFacts): UrgencyBand | undefined {
  if (date < facts.today) return 'today';
  // Where bank holidays are not known, five working days are taken for a week
  // and one for a long weekend: early does less harm than late.
  const calendarDays = daysBetween({ from: facts.today, to: date });
  const days = facts.workingDaysUntil(date);
  if (days === undefined) {
    if (calendarDays <= 4) return 'today';
    return calendarDays <= 10 ? 'soon' : undefined;
  }
  if (days <= TODAY_WORKING_DAYS) return 'today';
  return days <= SOON_WORKING_DAYS ? 'soon' : undefined;
}

function dayWords(date: string, today: string): string {
  const words = formatDate(date);
  return date.slice(0, 4) === today.slice(0, 4) ? words.slice(0, -5) : words;
}

/** "Ask for …" becomes "ask for …"; "NRM …" stays. */
function withinSentence(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;
}

/** A legal limit within five working days, or one that has passed. */
export const legalLimitRule: TriageRule = {
  id: 'legal-limit',
  title: 'A legal limit within five working days',
  assess(facts) {
    const pressing = [...facts.limits]
      .sort((one, other) => (one.date < other.date ? -1 : 1))
      .flatMap(({ date, title }) => {
        const band = bandOf(date, facts);
        if (!band) return [];
        const opening = date < facts.today ? 'Limit passed on' : 'Limit on';
        return {
          band,
          text: `${opening} ${dayWords(date, facts.today)}: ${withinSentence(title)}`,
        };
      });
    const [first] = pressing;
    if (!first) return undefined;
    const band = pressing.some(limit => limit.band === 'today')
      ? 'today'
      : 'soon';
    return { band, text: pressing.map(({ text }) => text).join('; ') };
  },
};
