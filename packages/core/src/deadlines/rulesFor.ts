import type { Nation } from '../vocabulary';
import { DeadlineRule, isInForce } from './deadlineRule';

/**
 * The rules that a nation has for events on a day (`YYYY-MM-DD`), in their
 * given order; with `event` (its id or its plain words) only those it starts.
 */
export function rulesFor({
  nation,
  event,
  onDate,
  rules,
}: {
  nation: Nation;
  event?: string;
  onDate: string;
  rules: readonly DeadlineRule[];
}): DeadlineRule[] {
  return rules.filter(
    rule =>
      rule.nations.includes(nation) &&
      isInForce({ rule, onDate }) &&
      (event === undefined || rule.eventId === event || rule.event === event),
  );
}
