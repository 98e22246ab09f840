import { DeadlineRuleSchema } from '@imsa-hub/core';
import type { RuleList, RuleRecord } from '@imsa-hub/deadlines-common';

/** A rule of two nations that nobody has decided on, as its keeper sees it. */
export function aRuleRecord(rest: Partial<RuleRecord> = {}): RuleRecord {
  return {
    rule: DeadlineRuleSchema.parse({
      id: 'review',
      title: 'Ask for a review',
      eventId: 'decision',
      event: 'Told of the decision',
      nations: ['england', 'wales'],
      kind: 'limit',
      period: { days: 21 },
      dayOfNotice: 'included',
      lateLimit: { period: { months: 13 }, words: 'Late, with good reason' },
      endsEarlier: {
        fact: { id: 'answer', question: 'Date of the answer' },
        words: 'The period ends with the answer if that is earlier',
      },
      authority: 'An Act, section 202',
      source: 'Published guidance',
      sourceUrl: 'https://law.example/202',
      reviewedOn: '2026-11-23',
      confidence: 'secondary',
      caution: 'The law is changing.',
    }),
    standing: 'in-force',
    origin: 'shipped',
    hasNewerShipped: false,
    version: 1,
    counting: ['The period is 21 days.', 'The day of the event counts.'],
    successors: [],
    openNations: ['england', 'wales'],
    history: [],
    allowedActions: ['review', 'end'],
    ...rest,
  };
}

/** A list of that rule and one of Scotland that has ended. */
export function aRuleList(rest: Partial<RuleList> = {}): RuleList {
  const { rule } = aRuleRecord();
  const standing = { origin: 'shipped', hasNewerShipped: false } as const;
  return {
    rules: [
      { ...standing, rule, standing: 'in-force' },
      {
        ...standing,
        standing: 'ended',
        rule: {
          ...rule,
          id: 'older',
          title: 'Ask again',
          nations: ['scotland'],
          eventId: 'other-decision',
          event: 'Told of another decision',
          confidence: 'primary',
          effectiveTo: '2025-05-08',
        },
      },
    ],
    horizon: { from: '2023-01-01', until: '2028-12-31', isNear: false },
    setAside: [],
    ...rest,
  };
}
