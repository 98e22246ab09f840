import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  composeDeadlineRules,
  createHolidayCalendar,
  loadDeadlineRules,
  type DeadlineRule,
  type DeadlineRuleProvider,
  type HolidayCalendar,
} from '@imsa-hub/core';
import { parse } from 'yaml';

/** The law and the calendar that limits are worked out from. */
export interface ReferenceData {
  rules: DeadlineRule[];
  holidays: HolidayCalendar;
}

/**
 * Reads `deadline-rules.yaml` and `bank-holidays.yaml` of the catalog folder
 * and adds the rules of other providers. Throws, naming each problem, where a
 * file or a provider's rules do not fit: a limit from a broken list is worse
 * than a backend that does not start.
 */
export function loadReferenceData(
  folder: string,
  providers: readonly DeadlineRuleProvider[] = [],
): ReferenceData {
  const read = (name: string): unknown =>
    parse(readFileSync(path.join(folder, name), 'utf8'));
  const catalog: DeadlineRuleProvider = {
    id: 'the catalog',
    rules: () => loadDeadlineRules(read('deadline-rules.yaml')),
  };
  return {
    rules: composeDeadlineRules([catalog, ...providers]),
    holidays: createHolidayCalendar(read('bank-holidays.yaml')),
  };
}
