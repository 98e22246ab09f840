import {
  BankHolidaysSchema,
  loadDeadlineRules,
  type BankHolidays,
  type DeadlineRule,
} from '@imsa-hub/core';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/** The law and the calendar as they came with the hub, before any change. */
export interface ShippedLaw {
  rules: readonly DeadlineRule[];
  bankHolidays: BankHolidays;
}

/**
 * Reads `deadline-rules.yaml` and `bank-holidays.yaml` of the catalog folder.
 * Throws, naming each problem, where a file does not fit: a limit from a broken
 * list is worse than a backend that does not start.
 */
export function readShippedLaw(folder: string): ShippedLaw {
  const read = (name: string): unknown =>
    parse(readFileSync(path.join(folder, name), 'utf8'));
  return {
    rules: loadDeadlineRules(read('deadline-rules.yaml')),
    bankHolidays: BankHolidaysSchema.parse(read('bank-holidays.yaml')),
  };
}
