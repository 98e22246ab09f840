import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { advicePermissions } from '@imsa-hub/advice-common';
import {
  adviceTemplatesExtensionPoint,
  adviceTriageExtensionPoint,
  casesOfQueriesServiceRef,
  createRegistry,
  queueColumnsExtensionPoint,
  type QueueColumnValues,
} from '@imsa-hub/advice-node';
import {
  hubPolicyServiceRef,
  hubServiceRef,
  outsideMailServiceRef,
  readCatalogFolder,
  startSweeping,
} from '@imsa-hub/core-node';
import { deadlineDirectoryServiceRef } from '@imsa-hub/deadlines-node';
import { subjectRecordsServiceRef } from '@imsa-hub/network-node';
import { searchSourcesServiceRef } from '@imsa-hub/search-node';
import { adviceAnnouncement } from './announcements';
import { createAdvice } from './createAdvice';
import { startMailbox, sweepMailbox } from './mailbox';
import { createPublicAdviceRouter } from './public';
import { createPublicAdvice } from './publicAdvice';
import { adviceRoutes } from './routes';
import {
  ADVICE_PLACES,
  createQuerySource,
  createTemplateSource,
} from './search';
import { createAdviceRecords } from './subjectRecords/createAdviceRecords';
import { sweepLimits } from './sweeps/sweepLimits';
import { sweepQueries } from './sweeps/sweepQueries';
import { createTemplates, loadBuiltInTemplates } from './templates';
import { createTriageRules } from './triage';

/** The advice line. */
export const advicePlugin = createBackendPlugin({
  pluginId: 'advice',
  register(env) {
    const triage = createTriageRules();
    const columns = createRegistry<QueueColumnValues>({ what: 'queue column' });
    const added: Array<
      Parameters<ReturnType<typeof createTemplates>['addTemplate']>[0]
    > = [];
    env.registerExtensionPoint(adviceTriageExtensionPoint, {
      addRule: triage.addRule,
    });
    env.registerExtensionPoint(queueColumnsExtensionPoint, {
      addColumn: columns.add,
    });
    env.registerExtensionPoint(adviceTemplatesExtensionPoint, {
      addTemplate: template => void added.push(template),
    });
    env.registerInit({
      deps: {
        hub: hubServiceRef,
        policy: hubPolicyServiceRef,
        outsideMail: outsideMailServiceRef,
        deadlines: deadlineDirectoryServiceRef,
        casesOfQueries: casesOfQueriesServiceRef,
        search: searchSourcesServiceRef,
        records: subjectRecordsServiceRef,
        httpRouter: coreServices.httpRouter,
        rootHttpRouter: coreServices.rootHttpRouter,
        permissionsRegistry: coreServices.permissionsRegistry,
        lifecycle: coreServices.lifecycle,
      },
      async init({
        hub,
        policy,
        search,
        records,
        httpRouter,
        rootHttpRouter,
        ...deps
      }) {
        const catalogFolder = readCatalogFolder(hub.config);
        const templates = createTemplates(loadBuiltInTemplates(catalogFolder));
        added.forEach(template => templates.addTemplate(template));
        const services = createAdvice({
          hub,
          deadlines: deps.deadlines,
          casesOfQueries: deps.casesOfQueries,
          extensions: {
            triageRules: triage.rules,
            templates: templates.templates,
            columns: columns.all,
          },
          doorsOf: person => policy.doorsOf(person),
        });
        deps.permissionsRegistry.addPermissions(advicePermissions);
        httpRouter.use(hub.router(adviceRoutes(services)));
        const pages = createPublicAdviceRouter({
          advice: createPublicAdvice(services),
          config: hub.config,
          logger: hub.logger,
        });
        rootHttpRouter.use('/ask', pages.router);
        hub.enterRoutes(pages.routes);
        hub.announce(adviceAnnouncement(services.context));
        records.add(createAdviceRecords(services.context));
        search.add(createQuerySource(services.context));
        search.add(createTemplateSource(services.templates));
        search.addPlaces(ADVICE_PLACES);
        startMailbox({ mailbox: services.mailbox, ...deps });
        startSweeping({
          what: 'clocks',
          // What time alone changed comes first; the rest is the law's doing.
          sweeps: [
            // What an older copy put back ends before anything is done with it.
            ...services.retention.sweeps,
            () => sweepQueries(services.context),
            () => sweepLimits(services.context),
            () => sweepMailbox(services.mailbox),
          ],
          lifecycle: deps.lifecycle,
          logger: hub.logger,
          onChange: again => deps.deadlines.onChange(again),
        });
      },
    });
  },
});
