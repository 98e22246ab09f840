import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { hubServiceRef, readCatalogFolder } from '@imsa-hub/core-node';
import { deadlinesPermissions } from '@imsa-hub/deadlines-common';
import {
  deadlineDirectoryServiceRef,
  deadlineRuleProvidersServiceRef,
  deadlineRulesExtensionPoint,
  readShippedLaw,
  type DeadlineRulesExtensionPoint,
} from '@imsa-hub/deadlines-node';
import { deadlinesAnnouncement } from './announcements';
import { createHolidayService } from './holidays/HolidayService';
import { holidayRoutes } from './holidays/holidayRoutes';
import { LawKeeper } from './LawKeeper';
import { limitRoutes } from './limits/limitRoutes';
import { authorizeRuleService } from './rules/authorizeRuleService';
import { createRuleService } from './rules/createRuleService';
import { ruleRoutes } from './rules/ruleRoutes';

const PATIENCE_MS = 30_000;

/** Legal limits and bank holidays. */
export const deadlinesPlugin = createBackendPlugin({
  pluginId: 'deadlines',
  register(env) {
    const added: Parameters<DeadlineRulesExtensionPoint['addProvider']>[0][] =
      [];
    env.registerExtensionPoint(deadlineRulesExtensionPoint, {
      addProvider: provider => void added.push(provider),
    });
    env.registerInit({
      deps: {
        hub: hubServiceRef,
        directory: deadlineDirectoryServiceRef,
        providers: deadlineRuleProvidersServiceRef,
        httpRouter: coreServices.httpRouter,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init({ hub, directory, providers, httpRouter, ...deps }) {
        added.forEach(provider => providers.addProvider(provider));
        await directory.begin(PATIENCE_MS);
        const shipped = readShippedLaw(readCatalogFolder(hub.config));
        const keeper = new LawKeeper({ shipped, providers });
        const rules = authorizeRuleService({
          service: createRuleService({ hub, keeper }),
          permissions: hub.permissions,
        });
        deps.permissionsRegistry.addPermissions(deadlinesPermissions);
        httpRouter.use(
          hub.router([
            ...ruleRoutes(rules),
            ...limitRoutes({ database: hub.database, keeper }),
            ...holidayRoutes(createHolidayService({ hub, keeper })),
          ]),
        );
        hub.announce(deadlinesAnnouncement(hub.permissions));
      },
    });
  },
});
