import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { peopleDirectoryServiceRef } from '@imsa-hub/network-node';
import { NetworkEntityProvider } from './NetworkEntityProvider';

/** People, organisations and roles of the register in the catalog. */
export const catalogModuleNetwork = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'network',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        people: peopleDirectoryServiceRef,
        logger: coreServices.logger,
        lifecycle: coreServices.lifecycle,
      },
      async init({ catalog, people, logger, lifecycle }) {
        const provider = new NetworkEntityProvider({ people, logger });
        catalog.addEntityProvider(provider);
        lifecycle.addShutdownHook(() => provider.close());
      },
    });
  },
});
