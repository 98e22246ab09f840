import {
  computeDeadline,
  createHolidayCalendar,
  loadDeadlineRules,
  londonDateOf,
  NationSchema,
} from '@imsa-hub/core';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The day that a case is to be acted on by, from its events and requests alone. */
export type LimitsOf = (input: {
  nation: string;
  events: ReadonlyArray<{ ruleId: string; date: string }>;
  /** The days by which open summons and requests are to be answered. */
  requests: readonly string[];
}) => string | null;

/**
 * Works the next limit out from the rules of the catalog, without the plugin's
 * own way to it: the first that is not past, else the one that passed last.
 */
export async function readLimits(): Promise<LimitsOf> {
  const read = async (file: string) =>
    parse(await readFile(join('catalog', file), 'utf8'));
  const rules = loadDeadlineRules(await read('deadline-rules.yaml'));
  const holidays = createHolidayCalendar(await read('bank-holidays.yaml'));
  return ({ nation: given, events, requests }) => {
    const nation = NationSchema.parse(given);
    const today = londonDateOf(new Date().toISOString());
    const limits = events
      .flatMap(({ ruleId, date }) => {
        const eventId = rules.find(({ id }) => id === ruleId)?.eventId;
        return rules
          .filter(
            rule =>
              rule.eventId === eventId &&
              rule.kind === 'limit' &&
              rule.nations.includes(nation),
          )
          .map(rule =>
            computeDeadline({
              rule,
              eventDate: date,
              nation,
              holidays,
              facts: {},
            }),
          );
      })
      .flatMap(found => (found.status === 'known' ? [found.limit] : []))
      .concat(requests)
      .sort();
    return limits.find(limit => limit >= today) ?? limits.at(-1) ?? null;
  };
}
