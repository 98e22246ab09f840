import { AdviceDayResponseSchema } from '@imsa-hub/advice-common';
import { useHubQuery } from '@imsa-hub/ui';
import { keys } from './keys';
import { apiPaths } from './paths';

/** What waits for this person: counts, the first rows, replies to read. */
export function useAdviceDay() {
  return useHubQuery({
    key: keys.day,
    path: apiPaths.day,
    schema: AdviceDayResponseSchema,
  });
}
