import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { hubServiceRef, startSweeping } from '@imsa-hub/core-node';
import { deadlineDirectoryServiceRef } from '@imsa-hub/deadlines-node';
import { escalationsPermissions } from '@imsa-hub/escalations-common';
import { escalationTypesExtensionPoint } from '@imsa-hub/escalations-node';
import { createEscalations } from './createEscalations';
import { createEscalationTypes } from './drafts/escalationTypes';
import { escalationsRoutes } from './routes';
import { sweepsOf } from './sweeps/sweepsOf';
import { escalationsAnnouncement } from './announcements/escalationsAnnouncement';

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
      async init({ hub, deadlines, httpRouter, ...deps }) {
        const services = createEscalations({ hub, deadlines, types });
        deps.permissionsRegistry.addPermissions(escalationsPermissions);
        httpRouter.use(hub.router(escalationsRoutes(services)));
        hub.announce(escalationsAnnouncement(services.context));
        startSweeping({
          what: 'complex cases',
          sweeps: sweepsOf(services),
          lifecycle: deps.lifecycle,
          logger: hub.logger,
          onChange: again => deadlines.onChange(again),
        });
      },
    });
  },
});
