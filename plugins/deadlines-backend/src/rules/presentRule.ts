import type { DeadlineRule } from '@imsa-hub/core';
import {
  countingWords,
  type RuleAction,
  type RuleRecord,
  type RuleStanding,
  type RuleSummary,
} from '@imsa-hub/deadlines-common';
import type { Law, RuleState } from '@imsa-hub/deadlines-node';
import { openNations } from './planRuleChange';

/** Whether a rule is for events of the day (`YYYY-MM-DD`). */
export function standingOf(rule: DeadlineRule, today: string): RuleStanding {
  if (rule.effectiveTo && today >= rule.effectiveTo) return 'ended';
  return rule.effectiveFrom && today < rule.effectiveFrom
    ? 'to-come'
    : 'in-force';
}

/** A rule as the list shows it. */
export function presentRuleSummary(
  state: RuleState,
  today: string,
): RuleSummary {
  return {
    rule: state.rule,
    standing: standingOf(state.rule, today),
    origin: state.origin,
    hasNewerShipped: state.newerShipped !== undefined,
  };
}

/** A rule with its history and what this reader may do. */
export function presentRule(options: {
  state: RuleState;
  law: Law;
  today: string;
  mayManage: boolean;
  nameOf(personId: string): string;
}): RuleRecord {
  const { state, law, today, mayManage, nameOf } = options;
  const { rule, newerShipped } = state;
  const open = openNations(rule, law.rules);
  const successors = law.rules.filter(other => other.supersedes === rule.id);
  const older = law.rules.find(other => other.id === rule.supersedes);
  return {
    ...presentRuleSummary(state, today),
    version: state.version,
    counting: countingWords(rule),
    successors: successors.map(({ id, title, nations }) => ({
      id,
      title,
      nations,
    })),
    ...(older ? { predecessor: { id: older.id, title: older.title } } : {}),
    openNations: open,
    ...(newerShipped ? { newerShipped } : {}),
    history: [...state.history].reverse().map(row => ({
      id: row.id,
      change: row.change,
      at: row.at.toISOString(),
      by: nameOf(row.by_id),
      reason: row.reason,
    })),
    allowedActions: mayManage
      ? actionsOn(open.length > 0, successors.length > 0)
      : [],
  };
}

function actionsOn(
  hasOpenNations: boolean,
  hasSuccessors: boolean,
): RuleAction[] {
  if (!hasOpenNations) return ['review'];
  return ['review', hasSuccessors ? 'start-successor' : 'end'];
}
