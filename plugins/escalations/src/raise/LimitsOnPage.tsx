import type { JourneyAnswers, JourneyPage, Nation } from '@imsa-hub/core';
import { LimitList, limitsInWords, Notice, Section } from '@imsa-hub/ui';
import { useLimits } from '../api/useDrafts';
import { itemsOf } from './pageAnswers';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whole events on a page: what happened, and a day that exists. */
function eventsOn(page: JourneyPage, answers: JourneyAnswers) {
  return page.fields.flatMap(field => {
    if (field.kind !== 'list') return [];
    const what = field.item.find(
      part => part.kind === 'one-of' && part.from === 'events',
    );
    const day = field.item.find(part => part.kind === 'date');
    if (!what || !day) return [];
    return itemsOf(answers[field.name]).flatMap(item => {
      const ruleId = item[what.name];
      const date = item[day.name];
      return typeof ruleId === 'string' && ruleId !== '' && isDay(date)
        ? [{ ruleId, date }]
        : [];
    });
  });
}

function isDay(date: unknown): date is string {
  if (typeof date !== 'string' || !DATE.test(date)) return false;
  const parsed = new Date(`${date}T00:00:00Z`);
  return (
    !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date)
  );
}

/** The limits that follow from the events on this page, with their working. */
export function LimitsOnPage(props: {
  page: JourneyPage;
  answers: JourneyAnswers;
  nation: Nation | undefined;
}) {
  const { page, answers, nation } = props;
  const events = eventsOn(page, answers);
  const limits = useLimits(nation && { nation, events });
  if (events.length === 0) return null;
  if (!nation) {
    return (
      <Notice title="Say first in which nation the case is">
        The law differs between the nations, so no limit can be worked out yet.
      </Notice>
    );
  }
  return (
    <>
      <p role="status" className="hub-visually-hidden">
        {limits.data && limitsInWords(limits.data.limits)}
      </p>
      {limits.error && (
        <Notice
          tone="warning"
          title="The limits could not be worked out"
          announce
        >
          {limits.error.detail} They are worked out again when you save.
        </Notice>
      )}
      {limits.data && (
        <Section
          title="Limits that follow"
          lead="A reminder, not legal advice. Check each before you rely on it."
        >
          <LimitList limits={limits.data.limits} />
        </Section>
      )}
    </>
  );
}
