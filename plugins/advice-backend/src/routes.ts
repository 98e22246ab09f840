import { QueryIdSchema } from '@imsa-hub/advice-common';
import { retentionRoutes, type HubRoute } from '@imsa-hub/core-node';
import type { AdviceServices } from './AdviceServices';
import { choiceRoutes, templateRoutes } from './choiceRoutes';
import { mailboxRoutes } from './mailbox';
import { queryMoveRoutes } from './queries/queryMoveRoutes';
import { queryRoutes } from './queries/queryRoutes';

/** Every route of the advice line in the console. */
export const adviceRoutes = (services: AdviceServices): readonly HubRoute[] => [
  ...queryRoutes(services),
  ...queryMoveRoutes(services),
  ...retentionRoutes({
    retention: services.retention,
    path: '/queries/:queryId',
    params: QueryIdSchema,
    idOf: ({ queryId }) => queryId,
  }),
  ...choiceRoutes(services),
  ...templateRoutes(services),
  ...mailboxRoutes(services.mailbox),
];
