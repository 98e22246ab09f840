import type {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { Knex } from 'knex';
import type { ConflictFacts, QueryFilter } from './ConflictFacts';
import { ConflictParamsSchema, type ConflictRule } from './conflictRules';

/** The criteria of a conditional decision. */
export type ConflictCriteria = PermissionCriteria<PermissionCondition>;

/** Rules by name, as {@link conflictRules} gives them. */
export type ConflictRules = Readonly<Record<string, ConflictRule>>;

/**
 * Narrows a query to the records that a decision's criteria let through.
 *
 * @throws Error for a rule that is not known, so that nothing opens by mistake
 */
export function applyCriteria<Builder extends Knex.QueryBuilder>(
  builder: Builder,
  criteria: ConflictCriteria,
  rules: ConflictRules,
): Builder {
  narrowBy(builder, criteria, rules);
  return builder;
}

/**
 * Whether a record at hand meets a decision's criteria.
 *
 * @throws Error for a rule that is not known
 */
export function meetsCriteria(
  facts: ConflictFacts,
  criteria: ConflictCriteria,
  rules: ConflictRules,
): boolean {
  if (isAndCriteria(criteria)) {
    return criteria.allOf.every(part => meetsCriteria(facts, part, rules));
  }
  if (isOrCriteria(criteria)) {
    return criteria.anyOf.some(part => meetsCriteria(facts, part, rules));
  }
  if (isNotCriteria(criteria)) {
    return !meetsCriteria(facts, criteria.not, rules);
  }
  const { rule, params } = ruleOf(criteria, rules);
  return rule.apply(facts, params);
}

/** Adds criteria beside what is there; in brackets only where they need some. */
function narrowBy(
  builder: Knex.QueryBuilder,
  criteria: ConflictCriteria,
  rules: ConflictRules,
): void {
  if (isOrCriteria(criteria)) {
    const [only, ...others] = criteria.anyOf;
    if (only && others.length === 0) narrowBy(builder, only, rules);
    else builder.where(inner => narrow(inner, criteria, rules));
    return;
  }
  narrow(builder, criteria, rules);
}

function narrow(
  builder: Knex.QueryBuilder,
  criteria: ConflictCriteria,
  rules: ConflictRules,
): void {
  if (isAndCriteria(criteria)) {
    for (const part of criteria.allOf) narrowBy(builder, part, rules);
    return;
  }
  if (isOrCriteria(criteria)) {
    for (const part of criteria.anyOf) {
      builder.orWhere(inner => narrow(inner, part, rules));
    }
    return;
  }
  if (isNotCriteria(criteria)) {
    builder.whereNot(inner => narrow(inner, criteria.not, rules));
    return;
  }
  const { rule, params } = ruleOf(criteria, rules);
  const query = rule.toQuery(params);
  if (typeof query !== 'function') {
    throw new Error(`The rule "${rule.name}" gives no single filter`);
  }
  (query as QueryFilter)(builder);
}

function ruleOf(condition: PermissionCondition, rules: ConflictRules) {
  const rule = Object.hasOwn(rules, condition.rule)
    ? rules[condition.rule]
    : undefined;
  if (!rule) throw new Error(`The rule "${condition.rule}" is not known`);
  return { rule, params: ConflictParamsSchema.parse(condition.params) };
}
