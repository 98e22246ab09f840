import {
  formatDate,
  type Deadline,
  type DeadlineRule,
  type KnownDeadline,
} from '@imsa-hub/core';
import type { Limit } from '@imsa-hub/deadlines-common';

function lateWords({ lateLimit }: KnownDeadline): string[] {
  if (!lateLimit) return [];
  return [`${lateLimit.words}: ${formatDate(lateLimit.limit)}.`];
}

function followOnWords(followOn: readonly DeadlineRule[]): string[] {
  return followOn.map(
    ({ event, title }) =>
      `What comes back can start another limit. ${event}: ${title}.`,
  );
}

/** A computed limit as it is sent, with what its answer can start. */
export function presentDeadline({
  deadline,
  eventDate,
  kind,
  followOn,
}: {
  deadline: Deadline;
  eventDate: string;
  kind: DeadlineRule['kind'];
  followOn: readonly DeadlineRule[];
}): Limit {
  const { ruleId, title } = deadline;
  const named = { ruleId, title, eventDate, kind };
  if (deadline.status === 'unknown') {
    return {
      ...named,
      limit: null,
      working: [],
      confidence: null,
      source: null,
      caution: deadline.because,
    };
  }
  return {
    ...named,
    limit: deadline.limit,
    working: [
      ...deadline.working,
      ...lateWords(deadline),
      ...followOnWords(followOn),
    ],
    confidence: deadline.confidence,
    source: `${deadline.authority}. ${deadline.source}.`,
    caution: deadline.caution,
  };
}
