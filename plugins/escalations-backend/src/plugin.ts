import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { hubServiceRef, startSweeping } from '@imsa-hub/core-node';
import { casesOfQueriesServiceRef } from '@imsa-hub/advice-node';
import { deadlineDirectoryServiceRef } from '@imsa-hub/deadlines-node';
import { escalationsPermissions } from '@imsa-hub/escalations-common';
import { escalationTypesExtensionPoint } from '@imsa-hub/escalations-node';
import { createEscalations } from './createEscalations';
import { queryTieAnnouncement } from './fromQuery/queryTie';
import { createEscalationTypes } from './drafts/escalationTypes';
import { startLooking } from './files/startLooking';
import { escalationsRoutes } from './routes';
import { CASE_PLACES, createCaseSource } from './search';
import { createCaseRecords } from './subjectRecords/createCaseRecords';
import { subjectRecordsServiceRef } from '@imsa-hub/network-node';
import { searchSourcesServiceRef } from '@imsa-hub/search-node';
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
        casesOfQueries: casesOfQueriesServiceRef,
        httpRouter: coreServices.httpRouter,
        permissionsRegistry: coreServices.permissionsRegistry,
        lifecycle: coreServices.lifecycle,
        search: searchSourcesServiceRef,
        records: subjectRecordsServiceRef,
      },
      async init({ hub, deadlines, httpRouter, search, records, ...deps }) {
        const services = createEscalations({
          hub,
          deadlines,
          types,
          casesOfQueries: deps.casesOfQueries,
        });
        deps.permissionsRegistry.addPermissions(escalationsPermissions);
        hub.announce(queryTieAnnouncement(services.context));
        httpRouter.use(hub.router(escalationsRoutes(services)));
        hub.announce(escalationsAnnouncement(services.context));
        records.add(createCaseRecords(services.context));
        search.add(createCaseSource(services.context));
        search.addPlaces(CASE_PLACES);
        startSweeping({
          what: 'complex cases',
          sweeps: sweepsOf(services),
          lifecycle: deps.lifecycle,
          logger: hub.logger,
          onChange: again => deadlines.onChange(again),
        });
        startLooking({
          context: services.context,
          settings: services.fileSettings,
          lifecycle: deps.lifecycle,
        });
      },
    });
  },
});
