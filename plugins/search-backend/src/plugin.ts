import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { hubServiceRef } from '@imsa-hub/core-node';
import { searchSourcesServiceRef } from '@imsa-hub/search-node';
import { createPlaceSource } from './places/createPlaceSource';
import { SHELL_PLACES } from './places/shellPlaces';
import { SearchService } from './SearchService';
import { searchRoutes } from './searchRoutes';

/** The search box's backend: asks what others let it find. */
export const searchPlugin = createBackendPlugin({
  pluginId: 'search',
  register(env) {
    env.registerInit({
      deps: {
        hub: hubServiceRef,
        sources: searchSourcesServiceRef,
        httpRouter: coreServices.httpRouter,
      },
      async init({ hub, sources, httpRouter }) {
        sources.addPlaces(SHELL_PLACES);
        sources.add(
          createPlaceSource({ sources, permissions: hub.permissions }),
        );
        const service = new SearchService({
          sources,
          permissions: hub.permissions,
          logger: hub.logger,
          longestWaitMs:
            hub.config.getOptionalNumber('hub.search.longestWaitMs') ?? 2_000,
        });
        httpRouter.use(hub.router(searchRoutes(service)));
      },
    });
  },
});
