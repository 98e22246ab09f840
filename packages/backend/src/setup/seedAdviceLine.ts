import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  createAdvice,
  createTriageRules,
  seedAdvice,
  seedMailbox,
} from '@imsa-hub/advice-backend';
import { fixedDeadlines, lawAsShipped } from '@imsa-hub/deadlines-node';
import { withDemoHub } from './withDemoHub';

/**
 * Adds the invented queries, as the people of the demo network deal with them,
 * and the invented mails.
 *
 * @returns how many were added; none where they are there
 */
export function seedAdviceLine(options: {
  config: RootConfigService;
  catalogFolder: string;
  /** The moment that days are counted from; now unless told. */
  now?: Date;
}): Promise<{ queries: number; mails: number }> {
  const { config, catalogFolder, now } = options;
  return withDemoHub({
    config,
    pluginId: 'advice',
    now,
    async use(foundation) {
      const services = createAdvice({
        hub: foundation.hub,
        deadlines: fixedDeadlines(lawAsShipped(catalogFolder)),
        extensions: {
          triageRules: createTriageRules().rules,
          templates: () => [],
          columns: () => [],
        },
        doorsOf: () => [],
      });
      return {
        queries: await seedAdvice({ services, foundation, catalogFolder }),
        mails: await seedMailbox({
          mailbox: services.mailbox,
          catalogFolder,
          now,
        }),
      };
    },
  });
}
