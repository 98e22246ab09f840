import {
  NATION_NAMES,
  NATIONS,
  ROLE_NAMES,
  ROLES,
  SECTOR_NAMES,
  SECTORS,
} from '@imsa-hub/core';
import type { Choice } from '@imsa-hub/ui';

function choicesOf<V extends string>(options: {
  values: readonly V[];
  names: Readonly<Record<V, string>>;
}): Choice<V>[] {
  const { values, names } = options;
  return values.map(value => ({ value, label: names[value] }));
}

export const nationChoices = choicesOf({
  values: NATIONS,
  names: NATION_NAMES,
});
export const roleChoices = choicesOf({ values: ROLES, names: ROLE_NAMES });
export const sectorChoices = choicesOf({
  values: SECTORS,
  names: SECTOR_NAMES,
});
