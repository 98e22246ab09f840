import { LoadResponseSchema } from '@imsa-hub/escalations-common';
import { useHubQuery } from '@imsa-hub/ui';
import { keys } from './keys';
import { apiPaths } from './paths';

/** How much each handler has open; for those at the desk. */
export function useLoad(options: { enabled: boolean }) {
  return useHubQuery({
    key: keys.load,
    path: apiPaths.load,
    schema: LoadResponseSchema,
    enabled: options.enabled,
  });
}
