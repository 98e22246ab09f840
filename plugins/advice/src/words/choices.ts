import {
  ASKER_KINDS,
  ASKER_KIND_NAMES,
  CLOCK_STOP_CATEGORIES,
  CLOCK_STOP_CATEGORY_NAMES,
  OUTCOME_RESULTS,
  OUTCOME_RESULT_NAMES,
} from '@imsa-hub/advice-common';
import {
  KNOWLEDGE_AREAS,
  KNOWLEDGE_AREA_NAMES,
  NATIONS,
  NATION_NAMES,
} from '@imsa-hub/core';
import { choicesOf } from '@imsa-hub/ui';

/** The four nations, to choose from. */
export const nationChoices = choicesOf({
  values: NATIONS,
  names: NATION_NAMES,
});

/** The eleven knowledge areas, to choose from. */
export const areaChoices = choicesOf({
  values: KNOWLEDGE_AREAS,
  names: KNOWLEDGE_AREA_NAMES,
});

/** Who asks, to choose from. */
export const askerKindChoices = choicesOf({
  values: ASKER_KINDS,
  names: ASKER_KIND_NAMES,
});

/** Why a clock stands still, to choose from. */
export const clockStopChoices = choicesOf({
  values: CLOCK_STOP_CATEGORIES,
  names: CLOCK_STOP_CATEGORY_NAMES,
});

/** What came of an area, to choose from. */
export const outcomeChoices = choicesOf({
  values: OUTCOME_RESULTS,
  names: OUTCOME_RESULT_NAMES,
});
