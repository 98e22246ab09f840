import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import {
  createHubPool,
  databaseListenerServiceRef,
  readCatalogFolder,
} from '@imsa-hub/core-node';
import { DatabaseDeadlineDirectory } from './DatabaseDeadlineDirectory';
import type { DeadlineDirectory } from './DeadlineDirectory';
import { deadlineRuleProvidersServiceRef } from './deadlineRuleProviders';
import { readShippedLaw } from './readShippedLaw';

/** The directory as the plugin that keeps it begins it. */
export interface BeginningDeadlineDirectory extends DeadlineDirectory {
  begin(patienceMs: number): Promise<void>;
}

/** The rules and bank holidays that count now, in this process. */
export const deadlineDirectoryServiceRef =
  createServiceRef<BeginningDeadlineDirectory>({
    id: 'hub.deadlines',
    scope: 'root',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: {
          config: coreServices.rootConfig,
          logger: coreServices.rootLogger,
          lifecycle: coreServices.rootLifecycle,
          listener: databaseListenerServiceRef,
          providers: deadlineRuleProvidersServiceRef,
        },
        factory({ config, logger, lifecycle, listener, providers }) {
          const knex = createHubPool({ config, schema: 'deadlines', max: 2 });
          const directory = new DatabaseDeadlineDirectory({
            knex,
            shipped: readShippedLaw(readCatalogFolder(config)),
            providers,
            listener,
            logger,
          });
          directory.start();
          lifecycle.addShutdownHook(async () => {
            directory.close();
            await knex.destroy();
          });
          return directory;
        },
      }),
  });
