import {
  BankHolidays,
  composeDeadlineRules,
  createHolidayCalendar,
  DeadlineRule,
  DeadlineRuleProvider,
  DeadlineRulesError,
  HolidayCalendar,
} from '@imsa-hub/core';
import { createHash } from 'node:crypto';
import type { LawRows } from './lawRows';
import type { ShippedLaw } from './readShippedLaw';
import { ruleStates, type RuleState } from './ruleStates';

/** Everything that limits are worked out from, at one moment. */
export interface Law {
  /** Changes with any rule or closed day. */
  version: string;
  rules: readonly DeadlineRule[];
  holidays: HolidayCalendar;
  /** What {@link Law.holidays} was made of, the Hub's changes included. */
  bankHolidays: BankHolidays;
  /** By rule id: where each rule comes from. */
  states: ReadonlyMap<string, RuleState>;
  /** Rules of an update that do not fit what the Hub decided. */
  setAside: readonly DeadlineRule[];
}

/**
 * Puts together what came with the hub, what plugins add and what the Hub
 * decided since. Pure.
 *
 * @throws DeadlineRulesError naming every problem: where the shipped and added
 *   rules do not fit each other, or what the Hub decided does not fit itself
 */
export function composeLaw(options: {
  shipped: ShippedLaw;
  providers: readonly DeadlineRuleProvider[];
  rows: LawRows;
}): Law {
  const { shipped, providers, rows } = options;
  const base = composeDeadlineRules([
    { id: 'the catalog', rules: () => [...shipped.rules] },
    ...providers,
  ]);
  const { states, setAside } = fitting(ruleStates(base, rows.ruleVersions));
  const rules = compose(states);
  const bankHolidays = withChanges(shipped.bankHolidays, rows);
  return {
    version: digestOf([rules, bankHolidays]),
    rules,
    holidays: createHolidayCalendar(bankHolidays),
    bankHolidays,
    states,
    setAside,
  };
}

function compose(states: ReadonlyMap<string, RuleState>): DeadlineRule[] {
  const rules = [...states.values()].map(state => state.rule);
  return composeDeadlineRules([{ id: 'the Hub', rules: () => rules }]);
}

// An update must not keep a hub from starting because the Hub had already
// decided otherwise: its rules step aside, and the page says so.
function fitting(states: Map<string, RuleState>): {
  states: Map<string, RuleState>;
  setAside: DeadlineRule[];
} {
  try {
    compose(states);
    return { states, setAside: [] };
  } catch (error) {
    if (!(error instanceof DeadlineRulesError)) throw error;
    const fits = new Map(states);
    const setAside: DeadlineRule[] = [];
    for (const { ruleId } of error.problems) {
      const state = fits.get(ruleId);
      if (state?.origin !== 'shipped') continue;
      fits.delete(ruleId);
      setAside.push(state.rule);
    }
    if (setAside.length === 0) throw error;
    const rest = fitting(fits);
    return { ...rest, setAside: [...setAside, ...rest.setAside] };
  }
}

function withChanges(shipped: BankHolidays, rows: LawRows): BankHolidays {
  return {
    ...shipped,
    overrides: [
      ...shipped.overrides,
      ...rows.holidayChanges.map(
        ({ date, division, change, title, reason }) => ({
          date,
          division,
          change,
          title,
          why: reason,
        }),
      ),
    ],
  };
}

function digestOf(parts: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(parts))
    .digest('hex')
    .slice(0, 32);
}
