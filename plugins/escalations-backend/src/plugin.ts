import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { hubServiceRef } from '@imsa-hub/core-node';
import { deadlineDirectoryServiceRef } from '@imsa-hub/deadlines-node';
import { escalationsPermissions } from '@imsa-hub/escalations-common';
import { escalationTypesExtensionPoint } from '@imsa-hub/escalations-node';
import { createEscalations } from './createEscalations';
import { createEscalationTypes } from './drafts/escalationTypes';
import { startLooking } from './files/startLooking';
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
        httpRouter: coreServices.httpRouter,
        permissionsRegistry: coreServices.permissionsRegistry,
        lifecycle: coreServices.lifecycle,
      },
      async init({
        hub,
        deadlines,
        httpRouter,
        permissionsRegistry,
        lifecycle,
      }) {
        const services = createEscalations({ hub, deadlines, types });
        permissionsRegistry.addPermissions(escalationsPermissions);
        httpRouter.use(hub.router(escalationsRoutes(services)));
        startLooking({
          context: services.context,
          settings: services.fileSettings,
          lifecycle,
        });
      },
    });
  },
});
