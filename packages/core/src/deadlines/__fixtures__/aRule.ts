import {
  DeadlineRule,
  DeadlineRuleInput,
  DeadlineRuleSchema,
} from '../deadlineRule';

/** A rule of 21 days for England, changed by what the test is about. */
export function aRule(changes: Partial<DeadlineRuleInput> = {}): DeadlineRule {
  return DeadlineRuleSchema.parse({
    id: 'a-rule',
    title: 'Ask for a review',
    eventId: 'a-decision',
    event: 'Told of the decision',
    nations: ['england', 'scotland'],
    kind: 'limit',
    period: { days: 21 },
    dayOfNotice: 'excluded',
    authority: 'An Act',
    source: 'Its text',
    reviewedOn: '2026-11-23',
    confidence: 'primary',
    ...changes,
  });
}
