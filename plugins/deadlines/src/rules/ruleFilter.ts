import type { Nation } from '@imsa-hub/core';
import type { RuleSummary } from '@imsa-hub/deadlines-common';
import type { Choice } from '@imsa-hub/ui';

/** Which rules are shown. Empty means all. */
export interface RuleFilter {
  nation: Nation | '';
  eventId: string;
  show: 'now' | 'secondary' | 'ended' | '';
}

export const SHOW_CHOICES: readonly Choice<'now' | 'secondary' | 'ended'>[] = [
  { value: 'now', label: 'In force or to come' },
  { value: 'secondary', label: 'Not read in the primary text' },
  { value: 'ended', label: 'Ended' },
];

/** The rules that fit, in their order. */
export function filterRules(
  rules: readonly RuleSummary[],
  { nation, eventId, show }: RuleFilter,
): RuleSummary[] {
  return rules.filter(
    ({ rule, standing }) =>
      (!nation || rule.nations.includes(nation)) &&
      (!eventId || rule.eventId === eventId) &&
      (show !== 'now' || standing !== 'ended') &&
      (show !== 'ended' || standing === 'ended') &&
      (show !== 'secondary' ||
        (rule.confidence === 'secondary' && standing !== 'ended')),
  );
}

/** What can have happened, each once, by its words; of a nation or of all. */
export function eventChoices(
  rules: readonly RuleSummary[],
  nation: Nation | '' = '',
): Choice[] {
  const events = new Map<string, string>();
  for (const { rule } of rules) {
    if (!nation || rule.nations.includes(nation)) {
      events.set(rule.eventId, rule.event);
    }
  }
  return [...events]
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label, 'en-GB'));
}
