import { NamedPersonSchema } from '@imsa-hub/advice-common';
import { useHubQuery } from '@imsa-hub/ui';
import { z } from 'zod';
import { keys } from './keys';
import { apiPaths } from './paths';

const ColleaguesSchema = z.object({ people: z.array(NamedPersonSchema) });

/** Everybody who may answer, to be handed or shown something. */
export function useColleagues() {
  return useHubQuery({
    key: keys.colleagues,
    path: apiPaths.colleagues,
    schema: ColleaguesSchema,
  });
}
