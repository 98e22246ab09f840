import { DeadlineRuleSchema, type DeadlineRule } from '@imsa-hub/core';
import { isDeepStrictEqual } from 'node:util';
import type { RuleVersionRow } from './lawRows';

/** One rule with where it comes from. */
export interface RuleState {
  rule: DeadlineRule;
  /** As it came, or as somebody of the Hub decided. */
  origin: 'shipped' | 'hub';
  /** Counts up with each decision; 1 as shipped. */
  version: number;
  /** What the Hub decided, oldest first. */
  history: readonly RuleVersionRow[];
  /** The rule as it comes with the hub now, if it does. */
  shipped?: DeadlineRule;
  /** Set where an update brought other words than the Hub decided on. */
  newerShipped?: DeadlineRule;
}

/**
 * The latest word on each rule. A rule that the Hub ended or started stays as
 * it decided, whatever an update brings, and the update's words are kept
 * beside it. One that was only read again gives way to an update.
 */
export function ruleStates(
  base: readonly DeadlineRule[],
  versions: readonly RuleVersionRow[],
): Map<string, RuleState> {
  const histories = new Map<string, RuleVersionRow[]>();
  for (const row of versions) {
    histories.set(row.rule_id, [...(histories.get(row.rule_id) ?? []), row]);
  }
  const known = new Set(base.map(rule => rule.id));
  const states = base.map(rule =>
    stateOf({ shipped: rule, history: histories.get(rule.id) ?? [] }),
  );
  for (const [id, history] of histories) {
    if (known.has(id)) continue;
    const state = stateOf({ history });
    const older = state.rule.supersedes;
    // Beside what it takes the place of, so that lists keep their order.
    const place = states.findIndex(({ rule }) => rule.id === older);
    states.splice(place === -1 ? states.length : place + 1, 0, state);
  }
  return new Map(states.map(state => [state.rule.id, state]));
}

function stateOf(options: {
  shipped?: DeadlineRule;
  history: readonly RuleVersionRow[];
}): RuleState {
  const { shipped, history } = options;
  const latest = history.at(-1);
  if (!latest) {
    if (!shipped) throw new Error('A rule without any version');
    return { rule: shipped, origin: 'shipped', version: 1, history, shipped };
  }
  const { version } = latest;
  const decided = DeadlineRuleSchema.parse(latest.rule);
  const isAsItWas =
    shipped === undefined ||
    isDeepStrictEqual(shipped, readRule(latest.shipped));
  if (isAsItWas) {
    return { rule: decided, origin: 'hub', version, history, shipped };
  }
  return history.every(({ change }) => change === 'reviewed')
    ? { rule: shipped, origin: 'shipped', version, history, shipped }
    : {
        rule: decided,
        origin: 'hub',
        version,
        history,
        shipped,
        newerShipped: shipped,
      };
}

function readRule(stored: unknown): DeadlineRule | undefined {
  return DeadlineRuleSchema.safeParse(stored).data;
}
