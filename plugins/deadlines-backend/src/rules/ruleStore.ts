import type { RuleVersionRow } from '@imsa-hub/deadlines-node';
import type { Knex } from 'knex';

/** Adds a version of a rule. None is ever changed or taken away. */
export async function insertRuleVersion(options: {
  trx: Knex.Transaction;
  version: Omit<RuleVersionRow, 'at'> & { at: string };
}): Promise<void> {
  const { rule, shipped, ...plain } = options.version;
  await options.trx.table('rule_version').insert({
    ...plain,
    rule: JSON.stringify(rule),
    shipped: shipped === null ? null : JSON.stringify(shipped),
  });
}
