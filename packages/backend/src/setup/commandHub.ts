import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  createHubPool,
  createUnitOfWork,
  LocalKeyManagement,
  readKey,
  Sealing,
  type HubPermissions,
  type HubService,
} from '@imsa-hub/core-node';
import type { PeopleDirectory } from '@imsa-hub/network-node';

const SILENT: LoggerService = {
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
  child: () => SILENT,
};

const NOBODY: PeopleDirectory = {
  byEntityRef: () => undefined,
  byId: () => undefined,
  all: () => [],
  withRole: () => [],
  nameOf: () => '',
  organisation: () => undefined,
  organisations: () => [],
  onChange: () => () => undefined,
  refresh: async () => undefined,
  ready: async () => undefined,
  admit: async () => undefined,
  endSessions: async () => undefined,
};

/**
 * A plugin's foundation for a command, which has no pages and no callers: rows,
 * ledger and sealing are real; unless told, nobody is known and nothing is
 * permitted.
 */
export function createCommandHub(options: {
  config: RootConfigService;
  pluginId: string;
  people?: PeopleDirectory;
  permissions?: HubPermissions;
  /** The clock of units of work; the system's unless told. */
  now?: () => Date;
}): HubService {
  const { config, pluginId } = options;
  const database = createHubPool({ config, schema: pluginId });
  const noPages = (): never => {
    throw new Error('A command serves no pages');
  };
  return {
    pluginId,
    config,
    database,
    logger: SILENT,
    work: createUnitOfWork({
      knex: database,
      ledgerKey: readKey(config, 'hub.ledger.key'),
      pluginId,
      now: options.now,
    }),
    sealing: new Sealing({
      knex: database,
      schema: pluginId,
      keyManagement: LocalKeyManagement.fromConfig(config),
    }),
    people: options.people ?? NOBODY,
    permissions: options.permissions ?? { may: () => false, decide: noPages },
    systemActor: { id: 'system', chain: 'system' },
    actorFor: noPages,
    publicActor: noPages,
    router: noPages,
    enterRoutes: noPages,
    announce: noPages,
  };
}
