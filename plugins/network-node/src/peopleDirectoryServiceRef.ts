import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DatabasePeopleDirectory } from './DatabasePeopleDirectory';
import { directoryConnection } from './directoryConnection';
import { identityBindersServiceRef } from './IdentityBinder';
import type { PeopleDirectory } from './PeopleDirectory';

const LONGEST_WAIT_MS = 30_000;

// A backend that answers before it has read the register would sign everyone
// out at each restart. One whose database stays away starts all the same, and
// knows nobody until it is back.
async function readOrGoOn(directory: PeopleDirectory): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>(resolve => {
    timer = setTimeout(resolve, LONGEST_WAIT_MS);
  });
  await Promise.race([directory.ready(), patience]);
  clearTimeout(timer);
}

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
      async factory({ config, logger, lifecycle, binders }) {
        const directory = new DatabasePeopleDirectory({
          connection: directoryConnection(config),
          binders,
          logger,
        });
        directory.start();
        lifecycle.addShutdownHook(() => directory.close());
        await readOrGoOn(directory);
        return directory;
      },
    }),
});
