import type { Config } from '@backstage/config';
import { DatabasePeopleDirectory } from './DatabasePeopleDirectory';
import { directoryConnection } from './directoryConnection';
import { createIdentityBinders } from './IdentityBinder';

/** The directory for a command: read once, and closed by the caller. */
export async function openPeopleDirectory(options: {
  config: Config;
}): Promise<DatabasePeopleDirectory> {
  const directory = new DatabasePeopleDirectory({
    connection: directoryConnection(options.config),
    binders: createIdentityBinders(),
    logger: { warn: () => undefined },
  });
  directory.start();
  await directory.ready();
  return directory;
}
