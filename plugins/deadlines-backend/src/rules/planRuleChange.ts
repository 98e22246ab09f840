import {
  DeadlineRuleSchema,
  formatDate,
  type DeadlineRule,
  type Nation,
} from '@imsa-hub/core';
import type {
  EndRule,
  ReviewRule,
  Successor,
} from '@imsa-hub/deadlines-common';

/** What has to be mended: which field, and how. */
export interface RuleProblem {
  field: string;
  message: string;
}

/** The nations of a rule in which nothing has taken its place. */
export function openNations(
  rule: DeadlineRule,
  rules: Iterable<DeadlineRule>,
): Nation[] {
  const taken = new Set(
    [...rules]
      .filter(other => other.supersedes === rule.id)
      .flatMap(other => other.nations),
  );
  return rule.nations.filter(nation => !taken.has(nation));
}

/** What is wrong with ending a rule like this; or nothing. */
export function endProblem(options: {
  rule: DeadlineRule;
  ending: EndRule;
  open: readonly Nation[];
}): RuleProblem | undefined {
  const { rule, ending, open } = options;
  const { effectiveTo, successor } = ending;
  const hasSuccessors = open.length < rule.nations.length;
  if (open.length === 0) {
    return {
      field: 'effectiveTo',
      message: 'Another rule has taken its place already: change that one',
    };
  }
  if (hasSuccessors && effectiveTo !== rule.effectiveTo) {
    return {
      field: 'effectiveTo',
      message: `Leave ${formatDate(rule.effectiveTo ?? effectiveTo)}: another rule begins then`,
    };
  }
  if (rule.effectiveFrom && effectiveTo <= rule.effectiveFrom) {
    return {
      field: 'effectiveTo',
      message: `Enter a day after ${formatDate(rule.effectiveFrom)}: it begins then`,
    };
  }
  if (!successor) {
    return effectiveTo === rule.effectiveTo
      ? {
          field: 'effectiveTo',
          message:
            'It ends then already: enter another day, or start what takes its place',
        }
      : undefined;
  }
  const elsewhere = successor.nations.some(nation => !open.includes(nation));
  return elsewhere
    ? {
        field: 'successor.nations',
        message: 'Choose only nations in which nothing has taken its place',
      }
    : undefined;
}

/** The rule with a last day: `effectiveTo` is the first it no longer covers. */
export function endedRule(
  rule: DeadlineRule,
  effectiveTo: string,
): DeadlineRule {
  return { ...rule, effectiveTo };
}

/** The rule as read again on a day. */
export function reviewedRule(options: {
  rule: DeadlineRule;
  review: ReviewRule;
  today: string;
}): DeadlineRule {
  const { confidence, source, sourceUrl } = options.review;
  const { sourceUrl: _before, ...rest } = options.rule;
  return {
    ...rest,
    confidence,
    source,
    ...(sourceUrl ? { sourceUrl } : {}),
    reviewedOn: options.today,
  };
}

/** The rule that takes a rule's place from a day on, under an id of its own. */
export function successorRule(options: {
  rule: DeadlineRule;
  successor: Successor;
  effectiveFrom: string;
  today: string;
  isTaken(id: string): boolean;
}): DeadlineRule {
  const { rule, successor, effectiveFrom, today, isTaken } = options;
  const { keeps, ...said } = successor;
  return DeadlineRuleSchema.parse({
    ...said,
    id: successorId({ id: rule.id, effectiveFrom, isTaken }),
    eventId: rule.eventId,
    event: rule.event,
    kind: rule.kind,
    ...Object.fromEntries(keeps.map(part => [part, rule[part]])),
    supersedes: rule.id,
    effectiveFrom,
    reviewedOn: today,
  });
}

const LONGEST_STEM = 90;

function successorId(options: {
  id: string;
  effectiveFrom: string;
  isTaken(id: string): boolean;
}): string {
  const { id, effectiveFrom, isTaken } = options;
  const stem = id
    .replace(/-from-\d{4}-\d{2}-\d{2}(-\d+)?$/, '')
    .slice(0, LONGEST_STEM)
    .replace(/-$/, '');
  const first = `${stem}-from-${effectiveFrom}`;
  let candidate = first;
  for (let count = 2; isTaken(candidate); count += 1) {
    candidate = `${first}-${count}`;
  }
  return candidate;
}
