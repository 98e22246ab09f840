import type { Nation } from '@imsa-hub/core';
import type { LimitsRequest } from '@imsa-hub/escalations-common';
import { LimitList, limitsInWords, Notice, Section } from '@imsa-hub/ui';
import { useLimits } from '../api/useDrafts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether something is a day that exists, and not one that is being typed. */
export function isDay(date: unknown): date is string {
  if (typeof date !== 'string' || !DATE.test(date)) return false;
  const parsed = new Date(`${date}T00:00:00Z`);
  return (
    !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date)
  );
}

/** The limits that follow from events while they are written down. */
export function LimitsOfEvents(props: {
  events: LimitsRequest['events'];
  nation: Nation | undefined;
}) {
  const { events, nation } = props;
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
