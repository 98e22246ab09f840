import { factsAskedBy, type DeadlineFact, type Nation } from '@imsa-hub/core';
import type { RuleSummary } from '@imsa-hub/deadlines-common';
import { needed, type FieldError } from '@imsa-hub/ui';

/** What was entered to work a limit out. */
export interface TryDraft {
  nation: Nation | '';
  eventId: string;
  date: string;
  /** Further dates by the id of their fact. */
  facts: Readonly<Record<string, string>>;
}

export const EMPTY_TRY: TryDraft = {
  nation: '',
  eventId: '',
  date: '',
  facts: {},
};

/** The further dates that the rules of this event can make use of, each once. */
export function factsFor(
  rules: readonly RuleSummary[],
  { nation, eventId }: Pick<TryDraft, 'nation' | 'eventId'>,
): DeadlineFact[] {
  const facts = new Map<string, DeadlineFact>();
  for (const { rule } of rules) {
    if (rule.eventId !== eventId || !nation) continue;
    if (!rule.nations.includes(nation)) continue;
    for (const fact of factsAskedBy(rule)) facts.set(fact.id, fact);
  }
  return [...facts.values()];
}

/** What is still missing. */
export function tryErrors({ nation, eventId, date }: TryDraft): FieldError[] {
  return needed([
    { field: 'nation', value: nation, message: 'Choose the nation' },
    { field: 'eventId', value: eventId, message: 'Choose what happened' },
    {
      field: 'date',
      value: date,
      message: 'Enter the date on which it happened',
    },
  ]);
}

/** As the backend wants it. */
export function tryBody({ facts, ...draft }: TryDraft) {
  return {
    ...draft,
    facts: Object.entries(facts)
      .filter(([, date]) => date !== '')
      .map(([id, date]) => ({ id, date })),
  };
}
