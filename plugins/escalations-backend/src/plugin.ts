import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { casesOfQueriesServiceRef } from '@imsa-hub/advice-node';
import { hubServiceRef } from '@imsa-hub/core-node';
import { deadlineDirectoryServiceRef } from '@imsa-hub/deadlines-node';
import { escalationsPermissions } from '@imsa-hub/escalations-common';
import { escalationTypesExtensionPoint } from '@imsa-hub/escalations-node';
import { createEscalations } from './createEscalations';
import { queryTieAnnouncement } from './fromQuery/queryTie';
import { createEscalationTypes } from './drafts/escalationTypes';
import { escalationsRoutes } from './routes';

/** Complex cases. */
export const escalationsPlugin = createBackendPlugin({
  pluginId: 'escalations',
  register(env) {
    const types = createEscalationTypes();
    env.registerExtensionPoint(escalationTypesExtensionPoint, {
      addType: types.addType,
    });
    env.registerInit({
      deps: {
        hub: hubServiceRef,
        deadlines: deadlineDirectoryServiceRef,
        casesOfQueries: casesOfQueriesServiceRef,
        httpRouter: coreServices.httpRouter,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init({ hub, httpRouter, permissionsRegistry, ...deps }) {
        const services = createEscalations({ hub, types, ...deps });
        permissionsRegistry.addPermissions(escalationsPermissions);
        hub.announce(queryTieAnnouncement(services.context));
        httpRouter.use(hub.router(escalationsRoutes(services)));
      },
    });
  },
});
