import type { Nation } from '../vocabulary';
import type { DeadlineRule } from './deadlineRule';

/** Something that happened on a day and starts one or more limits. */
export type DeadlineEvent = { eventId: string; event: string };

/**
 * The events that a person can choose from for a nation, each once, in the
 * order of the rules, whatever the day.
 */
export function deadlineEvents({
  nation,
  rules,
}: {
  nation: Nation;
  rules: readonly DeadlineRule[];
}): DeadlineEvent[] {
  const events = new Map<string, DeadlineEvent>();
  for (const { eventId, event, nations } of rules) {
    if (!nations.includes(nation) || events.has(eventId)) continue;
    events.set(eventId, { eventId, event });
  }
  return [...events.values()];
}
