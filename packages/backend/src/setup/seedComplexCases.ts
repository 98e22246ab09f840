import type { RootConfigService } from '@backstage/backend-plugin-api';
import { fixedDeadlines, lawAsShipped } from '@imsa-hub/deadlines-node';
import {
  createEscalations,
  createEscalationTypes,
  seedCases,
} from '@imsa-hub/escalations-backend';
import { withDemoHub } from './withDemoHub';

/**
 * Adds the invented cases, as the people of the demo network do them: with
 * their roles, in the order of their days.
 *
 * @returns how many were added; none where they are there
 */
export function seedComplexCases(options: {
  config: RootConfigService;
  catalogFolder: string;
  /** The moment that days are counted from; now unless told. */
  now?: Date;
}): Promise<number> {
  const { config, catalogFolder, now } = options;
  return withDemoHub({
    config,
    pluginId: 'escalations',
    now,
    use: foundation =>
      seedCases({
        services: createEscalations({
          hub: foundation.hub,
          deadlines: fixedDeadlines(lawAsShipped(catalogFolder)),
          types: createEscalationTypes(),
        }),
        foundation,
        catalogFolder,
      }),
  });
}
