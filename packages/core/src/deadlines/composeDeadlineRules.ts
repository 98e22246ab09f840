import type { DeadlineRule } from './deadlineRule';
import {
  DeadlineRuleProblem,
  DeadlineRulesError,
  loadDeadlineRules,
} from './loadDeadlineRules';

/**
 * Something that brings deadline rules: the catalog's file, the rules edited in
 * the console, or another plugin. `id` names it in error messages.
 */
export interface DeadlineRuleProvider {
  readonly id: string;
  rules(): DeadlineRule[];
}

function referenceProblems(
  rule: DeadlineRule,
  byId: Map<string, DeadlineRule>,
): DeadlineRuleProblem[] {
  const problems: DeadlineRuleProblem[] = [];
  const report = (field: string, problem: string) =>
    problems.push({ ruleId: rule.id, field, problem });

  for (const id of rule.followOn) {
    if (!byId.has(id)) report('followOn', `There is no rule ${id}`);
  }
  if (!rule.supersedes) return problems;
  const older = byId.get(rule.supersedes);
  if (!older) {
    report('supersedes', `There is no rule ${rule.supersedes}`);
  } else if (
    !older.effectiveTo ||
    !rule.effectiveFrom ||
    rule.effectiveFrom < older.effectiveTo
  ) {
    report('supersedes', `Both this rule and ${older.id} would be in force`);
  }
  return problems;
}

/**
 * Puts the rules of all providers into one list, in the providers' order.
 * Throws `DeadlineRulesError` when a rule does not fit the schema, when two
 * rules share an id (it names both providers), when a rule points to one that
 * is not there, or when a rule and the one it supersedes overlap.
 */
export function composeDeadlineRules(
  providers: readonly DeadlineRuleProvider[],
): DeadlineRule[] {
  const problems: DeadlineRuleProblem[] = [];
  const owners = new Map<string, string>();
  const byId = new Map<string, DeadlineRule>();

  for (const provider of providers) {
    for (const rule of loadDeadlineRules(provider.rules())) {
      const owner = owners.get(rule.id);
      if (owner !== undefined) {
        problems.push({
          ruleId: rule.id,
          field: 'id',
          problem: `Both ${owner} and ${provider.id} bring this rule; rename one`,
        });
        continue;
      }
      owners.set(rule.id, provider.id);
      byId.set(rule.id, rule);
    }
  }

  const rules = [...byId.values()];
  for (const rule of rules) problems.push(...referenceProblems(rule, byId));
  if (problems.length > 0) throw new DeadlineRulesError(problems);
  return rules;
}
