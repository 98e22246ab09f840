import { TemplatesResponseSchema } from '@imsa-hub/advice-common';
import { useHubQuery } from '@imsa-hub/ui';
import { keys } from './keys';
import { apiPaths } from './paths';

/** Every template in its newest version, and the fields it can name. */
export function useTemplates(options: { enabled?: boolean } = {}) {
  return useHubQuery({
    key: keys.templates,
    path: apiPaths.templates,
    schema: TemplatesResponseSchema,
    enabled: options.enabled,
  });
}
