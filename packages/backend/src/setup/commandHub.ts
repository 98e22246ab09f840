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
  type HubService,
} from '@imsa-hub/core-node';

const SILENT: LoggerService = {
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
  child: () => SILENT,
};

/**
 * A plugin's foundation for a command, which has no pages and no callers: rows,
 * ledger and sealing are real; nobody is known and nothing is permitted.
 */
export function createCommandHub(options: {
  config: RootConfigService;
  pluginId: string;
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
    }),
    sealing: new Sealing({
      knex: database,
      schema: pluginId,
      keyManagement: LocalKeyManagement.fromConfig(config),
    }),
    people: {
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
    },
    permissions: {
      may: () => false,
      decide: noPages,
    },
    systemActor: { id: 'system', chain: 'system' },
    actorFor: noPages,
    publicActor: noPages,
    router: noPages,
    enterRoutes: noPages,
    announce: noPages,
  };
}
