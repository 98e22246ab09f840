import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type LoggerService,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  peopleDirectoryServiceRef,
  type PeopleDirectory,
  type PersonContext,
} from '@imsa-hub/network-node';
import { createHmac } from 'node:crypto';
import type { Request, Router } from 'express';
import type { Knex } from 'knex';
import { createHubPool } from '../database/hubDatabase';
import { databaseListenerServiceRef } from '../database/DatabaseListener';
import type { HubRoute } from '../http/HubRoute';
import { hubRouter } from '../http/hubRouter';
import { recordRefusal, recordShown } from '../http/recordRefusal';
import { routeTableServiceRef, type MountedRoute } from '../http/routeTable';
import { createUnitOfWork } from '../ledger/createUnitOfWork';
import { ledgersServiceRef } from '../ledger/ledgersService';
import { createHeadExporter } from '../ledger/exportHeads';
import type { LedgerActor } from '../ledger/LedgerEntry';
import { hubPolicyServiceRef, type HubPermissions } from '../policy/HubPolicy';
import type { AnnouncementSpec } from '../relay/Announcement';
import { announcementsServiceRef } from '../relay/announcements';
import { Relay } from '../relay/Relay';
import { keyManagementServiceRef } from '../sealing/keyManagementService';
import { Sealing } from '../sealing/Sealing';
import type { UnitOfWork } from '../work/UnitOfWork';
import { createLimit } from './allowances';
import { readKey } from './keys';
import { signInsServiceRef } from './signIns';

/** What is taken of a request to say from where somebody acts. */
type Caller = Pick<Request, 'ip'>;

/** Everything a hub plugin stands on; see the parts for what each does. */
export interface HubService {
  pluginId: string;
  /** Rows of the plugin's own schema, as the running role. */
  database: Knex;
  people: PeopleDirectory;
  work: UnitOfWork;
  sealing: Sealing;
  permissions: HubPermissions;
  config: RootConfigService;
  logger: LoggerService;
  actorFor(person: PersonContext, request?: Caller): LedgerActor;
  publicActor(request: Caller): LedgerActor;
  systemActor: LedgerActor;
  /** A router of stated routes, entered in the route table. */
  router(routes: readonly HubRoute[]): Router;
  /** Enters routes that are mounted outside {@link HubService.router}. */
  enterRoutes(routes: readonly Omit<MountedRoute, 'plugin'>[]): void;
  /** What follows from this plugin's ledger entries. */
  announce(spec: AnnouncementSpec): void;
}

/** Names of a plugin's entries in the ledger begin with it: `advice.held`. */
export const entryType = (hub: Pick<HubService, 'pluginId'>, what: string) =>
  `${hub.pluginId}.${what}`;

const RELAY_SWEEP_MS = 5_000;
const HEADS_MS = 10_000;

/** The hub's foundation for one plugin. */
export const hubServiceRef = createServiceRef<HubService>({
  id: 'hub.service',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        plugin: coreServices.pluginMetadata,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        httpAuth: coreServices.httpAuth,
        lifecycle: coreServices.lifecycle,
        people: peopleDirectoryServiceRef,
        policy: hubPolicyServiceRef,
        routeTable: routeTableServiceRef,
        announcements: announcementsServiceRef,
        listener: databaseListenerServiceRef,
        keyManagement: keyManagementServiceRef,
        ledgers: ledgersServiceRef,
        signIns: signInsServiceRef,
      },
      async factory(deps): Promise<HubService> {
        const { config, people, lifecycle, logger } = deps;
        const pluginId = deps.plugin.getId();
        const ledgerKey = readKey(config, 'hub.ledger.key');
        const database = createHubPool({ config, schema: pluginId });
        deps.ledgers.add({ plugin: pluginId, knex: database });
        const work = createUnitOfWork({ knex: database, ledgerKey, pluginId });
        const sealing = new Sealing({
          knex: database,
          schema: pluginId,
          keyManagement: deps.keyManagement,
        });
        const permissions: HubPermissions = {
          may: (person, permission) =>
            deps.policy.decide(person, permission).result === 'ALLOW',
          decide: (person, permission) =>
            deps.policy.decide(person, permission),
        };
        const relay = new Relay({
          pluginId,
          knex: database,
          people,
          announcements: deps.announcements,
          logger,
        });
        const exportHeads = createHeadExporter({
          knex: database,
          schema: pluginId,
          folder: config.getString('hub.ledger.headsFolder'),
          ledgerKey,
        });
        const quietly = (what: string, task: () => Promise<unknown>) => () =>
          void task().catch(error =>
            logger.warn(`${what} will be tried again`, {
              errorName: (error as Error).name,
            }),
          );
        const drain = quietly('Announcing', () => relay.drain());
        const timers: NodeJS.Timeout[] = [];
        lifecycle.addStartupHook(() => {
          deps.listener.on('hub_ledger', payload => {
            if (payload === undefined || payload === pluginId) drain();
          });
          drain();
          timers.push(
            setInterval(drain, RELAY_SWEEP_MS).unref(),
            setInterval(
              quietly('Exporting the ledger heads', exportHeads),
              HEADS_MS,
            ).unref(),
          );
        });
        lifecycle.addShutdownHook(async () => {
          timers.forEach(timer => clearInterval(timer));
          await exportHeads().catch(() => undefined);
          await database.destroy();
        });

        const origin = (request?: Caller) =>
          request?.ip
            ? createHmac('sha256', ledgerKey)
                .update(`origin\n${request.ip}`)
                .digest('hex')
                .slice(0, 32)
            : undefined;
        const actorFor = (person: PersonContext, request?: Caller) => ({
          id: person.id,
          chain: person.organisationIds[0] ?? 'no-organisation',
          origin: origin(request),
        });
        const limit = createLimit(config);

        return {
          pluginId,
          database,
          people,
          work,
          sealing,
          permissions,
          config,
          logger,
          actorFor,
          publicActor: request => ({
            id: 'public',
            chain: 'public',
            origin: origin(request),
          }),
          systemActor: { id: 'system', chain: 'system' },
          router(routes) {
            deps.routeTable.add(routes.map(route => mounted(pluginId, route)));
            return hubRouter({
              routes,
              httpAuth: deps.httpAuth,
              people,
              permissions,
              actorFor,
              limit,
              signIns: deps.signIns,
              refused: recordRefusal({ pluginId, work, actorFor }),
              shown: recordShown({ work, actorFor }),
            });
          },
          enterRoutes: routes =>
            deps.routeTable.add(
              routes.map(route => ({ ...route, plugin: pluginId })),
            ),
          announce: spec =>
            deps.announcements.add({
              ...spec,
              plugin: pluginId,
              knex: database,
            }),
        };
      },
    }),
});

function mounted(plugin: string, route: HubRoute): MountedRoute {
  return {
    plugin,
    method: route.method,
    path: `/api/${plugin}${route.path}`,
    door: route.door === 'signed-in' ? 'signed-in' : route.door.name,
    scope: route.scope,
    summary: route.summary,
    freshSignIn: route.freshSignIn,
    body: route.body,
    query: route.query,
  };
}
