import type { Division } from '@imsa-hub/core';
import type { RuleChange } from '@imsa-hub/deadlines-common';
import type { Knex } from 'knex';

/** One version of a rule, as somebody of the Hub decided on it. */
export interface RuleVersionRow {
  id: string;
  rule_id: string;
  version: number;
  /** A whole `DeadlineRule`. */
  rule: unknown;
  /** The rule as it came with the hub when this was decided, if it did. */
  shipped: unknown;
  change: RuleChange;
  reason: string;
  by_id: string;
  at: Date;
}

/** A closed day that was added or taken away after the list was made. */
export interface HolidayChangeRow {
  id: string;
  division: Division;
  /** `YYYY-MM-DD`. */
  date: string;
  change: 'add' | 'remove';
  title: string;
  reason: string;
  by_id: string;
  at: Date;
}

/** What the Hub decided, oldest first. */
export interface LawRows {
  ruleVersions: readonly RuleVersionRow[];
  holidayChanges: readonly HolidayChangeRow[];
}

export const NO_ROWS: LawRows = { ruleVersions: [], holidayChanges: [] };

/** Reads what the Hub decided, from the schema `deadlines`. */
export async function readLawRows(knex: Knex): Promise<LawRows> {
  const ruleVersions: RuleVersionRow[] = await knex
    .withSchema('deadlines')
    .from('rule_version')
    .orderBy(['rule_id', 'version'])
    .select();
  const holidayChanges: HolidayChangeRow[] = await knex
    .withSchema('deadlines')
    .from('holiday_change')
    .orderBy('place')
    .select(
      'id',
      'division',
      knex.raw(`to_char(date, 'YYYY-MM-DD') as date`),
      'change',
      'title',
      'reason',
      'by_id',
      'at',
    );
  return { ruleVersions, holidayChanges };
}
