import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DatabasePeopleDirectory } from './DatabasePeopleDirectory';
import { directoryConnection } from './directoryConnection';
import { identityBindersServiceRef } from './IdentityBinder';
import type { PeopleDirectory } from './PeopleDirectory';

/** Who is active now, for every backend plugin of this process. */
export const peopleDirectoryServiceRef = createServiceRef<PeopleDirectory>({
  id: 'hub.people',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.rootLogger,
        lifecycle: coreServices.rootLifecycle,
        binders: identityBindersServiceRef,
      },
      factory({ config, logger, lifecycle, binders }) {
        const directory = new DatabasePeopleDirectory({
          connection: directoryConnection(config),
          binders,
          logger,
        });
        directory.start();
        lifecycle.addShutdownHook(() => directory.close());
        return directory;
      },
    }),
});
