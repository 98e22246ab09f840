import { EventChoicesResponseSchema } from '@imsa-hub/advice-common';
import { useHubQuery } from '@imsa-hub/ui';
import { keys } from './keys';
import { apiPaths } from './paths';

/** What can have happened, with the further dates to ask for. */
export function useEventChoices() {
  return useHubQuery({
    key: keys.events,
    path: apiPaths.events,
    schema: EventChoicesResponseSchema,
  });
}
