import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  hubPolicyServiceRef,
  hubServiceRef,
  ledgersServiceRef,
  readSessionSettings,
} from '@imsa-hub/core-node';
import {
  identityBindersServiceRef,
  subjectRecordsServiceRef,
} from '@imsa-hub/network-node';
import { searchSourcesServiceRef } from '@imsa-hub/search-node';
import { authorizeImportService } from './imports/authorizeImportService';
import { createImportService } from './imports/createImportService';
import { importRoutes } from './imports/importRoutes';
import { meRoutes } from './me/meRoutes';
import { authorizeOrganisationService } from './organisations/authorizeOrganisationService';
import { createOrganisationService } from './organisations/createOrganisationService';
import { organisationRoutes } from './organisations/organisationRoutes';
import { authorizePersonService } from './people/authorizePersonService';
import { createIdentityBinder } from './people/createIdentityBinder';
import { createPersonService } from './people/createPersonService';
import { personRoutes } from './people/personRoutes';
import {
  createOrganisationSource,
  createPeopleSource,
  NETWORK_PLACES,
} from './search';
import { startSubjectAccess } from './subjectAccess/startSubjectAccess';

/** The register of organisations and people. */
export const networkPlugin = createBackendPlugin({
  pluginId: 'network',
  register(env) {
    env.registerInit({
      deps: {
        hub: hubServiceRef,
        policy: hubPolicyServiceRef,
        binders: identityBindersServiceRef,
        search: searchSourcesServiceRef,
        records: subjectRecordsServiceRef,
        ledgers: ledgersServiceRef,
        lifecycle: coreServices.lifecycle,
        httpRouter: coreServices.httpRouter,
      },
      async init({ hub, policy, binders, search, httpRouter, ...deps }) {
        const { permissions } = hub;
        binders.install(createIdentityBinder(hub));
        const organisations = authorizeOrganisationService({
          service: createOrganisationService(hub),
          permissions,
        });
        const people = authorizePersonService({
          service: createPersonService(hub),
          permissions,
        });
        const imports = authorizeImportService({
          service: createImportService(hub),
          permissions,
        });
        search.add(createPeopleSource(people));
        search.add(createOrganisationSource(organisations));
        search.addPlaces(NETWORK_PLACES);
        httpRouter.use(
          hub.router([
            ...meRoutes({
              doorsOf: person => policy.doorsOf(person),
              sessions: readSessionSettings(hub.config),
            }),
            ...organisationRoutes(organisations),
            ...personRoutes(people),
            ...importRoutes(imports),
            ...startSubjectAccess({ hub, ...deps }),
          ]),
        );
      },
    });
  },
});
