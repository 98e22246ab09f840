import { DayResponseSchema } from '@imsa-hub/escalations-common';
import { useHubQuery } from '@imsa-hub/ui';
import { keys } from './keys';
import { apiPaths } from './paths';

/** What waits for this person: counts and the first rows. */
export function useCasesDay() {
  return useHubQuery({
    key: keys.day,
    path: apiPaths.day,
    schema: DayResponseSchema,
  });
}
