import { ChoicesResponseSchema } from '@imsa-hub/escalations-common';
import { useHubQuery } from '@imsa-hub/ui';
import { keys } from './keys';
import { apiPaths } from './paths';

/** Types, organisations, events and people, to choose from. */
export function useChoices() {
  return useHubQuery({
    key: keys.choices,
    path: apiPaths.choices,
    schema: ChoicesResponseSchema,
  });
}
