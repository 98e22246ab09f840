import { DeadlineRuleSchema, type DeadlineRule } from '@imsa-hub/core';
import type { HolidayChangeRow, LawRows, RuleVersionRow } from '../lawRows';
import type { ShippedLaw } from '../readShippedLaw';

/** A rule of 21 days in Wales, before anything is decided. */
export function aRule(rest: Partial<DeadlineRule> = {}): DeadlineRule {
  return DeadlineRuleSchema.parse({
    id: 'review',
    title: 'Ask for a review',
    eventId: 'decision',
    event: 'Told of the decision',
    nations: ['wales'],
    kind: 'limit',
    period: { days: 21 },
    dayOfNotice: 'excluded',
    authority: 'An Act',
    source: 'A book',
    reviewedOn: '2026-11-23',
    confidence: 'secondary',
    ...rest,
  });
}

/** What came with the hub: these rules and two bank holidays in Scotland. */
export function shippedWith(...rules: DeadlineRule[]): ShippedLaw {
  return {
    rules,
    bankHolidays: {
      from: '2026-01-01',
      horizon: '2028-12-31',
      reviewedOn: '2026-11-23',
      source: 'An excerpt for tests',
      divisions: {
        'england-and-wales': [{ date: '2026-12-25', title: 'Christmas Day' }],
        scotland: [
          { date: '2026-11-30', title: "St Andrew's Day" },
          { date: '2026-12-25', title: 'Christmas Day' },
        ],
        'northern-ireland': [{ date: '2026-12-25', title: 'Christmas Day' }],
      },
      overrides: [],
    },
  };
}

/** A version of a rule as somebody decided on it. */
export function aVersion(
  rule: DeadlineRule,
  rest: Partial<RuleVersionRow> = {},
): RuleVersionRow {
  return {
    id: `version-${rule.id}-${rest.version ?? 2}`,
    rule_id: rule.id,
    version: 2,
    rule,
    shipped: null,
    change: 'ended',
    reason: 'The law changed',
    by_id: 'ada',
    at: new Date('2026-11-24T09:00:00Z'),
    ...rest,
  };
}

/** A closed day added or taken away in Scotland. */
export function aHolidayChange(
  rest: Partial<HolidayChangeRow> = {},
): HolidayChangeRow {
  return {
    id: 'change-1',
    division: 'scotland',
    date: '2026-12-01',
    change: 'add',
    title: 'A day of its own',
    reason: 'Proclaimed once',
    by_id: 'ada',
    at: new Date('2026-11-24T09:00:00Z'),
    ...rest,
  };
}

export function rowsOf(rest: Partial<LawRows>): LawRows {
  return { ruleVersions: [], holidayChanges: [], ...rest };
}
