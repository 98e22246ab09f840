import type { Choice } from '../forms/fieldTypes';

/** Fixed words to choose from, in their order, by their names. */
export function choicesOf<V extends string>(options: {
  values: readonly V[];
  names: Readonly<Record<V, string>>;
}): readonly Choice<V>[] {
  return options.values.map(value => ({ value, label: options.names[value] }));
}
