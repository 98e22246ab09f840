import { NATION_NAMES, NATIONS, type Nation } from '@imsa-hub/core';
import {
  CONFIDENCE_NAMES,
  DIVISION_NAMES,
  KEEPABLE_NAMES,
} from '@imsa-hub/deadlines-common';
import type { Choice } from '@imsa-hub/ui';

/** Choices from a table of names, in the table's order. */
function choicesOf<V extends string>(names: Readonly<Record<V, string>>) {
  return (Object.keys(names) as V[]).map<Choice<V>>(value => ({
    value,
    label: names[value],
  }));
}

export const nationChoices = choicesOf(NATION_NAMES);
export const divisionChoices = choicesOf(DIVISION_NAMES);
export const confidenceChoices = choicesOf(CONFIDENCE_NAMES);
export const keepableChoices = choicesOf(KEEPABLE_NAMES);

/** "Wales", "England and Wales", "All four nations". */
export function nationsInWords(nations: readonly Nation[]): string {
  if (nations.length === NATIONS.length) return 'All four nations';
  const names = nations.map(nation => NATION_NAMES[nation]);
  const last = names.at(-1) ?? '';
  const rest = names.slice(0, -1).join(', ');
  return rest ? `${rest} and ${last}` : last;
}
