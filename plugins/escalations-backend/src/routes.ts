import { EscalationIdSchema } from '@imsa-hub/escalations-common';
import { retentionRoutes, type HubRoute } from '@imsa-hub/core-node';
import type { EscalationServices } from './createEscalations';
import { documentRoutes } from './documents/documentRoutes';
import { deskRoutes } from './desk/deskRoutes';
import { draftRoutes } from './drafts/draftRoutes';
import { escalationRoutes } from './escalations/escalationRoutes';
import { moveRoutes } from './escalations/moveRoutes';
import { fileRoutes } from './files/fileRoutes';

/** Every route of complex cases. */
export const escalationsRoutes = (
  services: EscalationServices,
): readonly HubRoute[] => [
  ...draftRoutes(services),
  ...deskRoutes(services),
  ...escalationRoutes(services),
  ...moveRoutes(services),
  ...retentionRoutes({
    retention: services.retention,
    path: '/cases/:escalationId',
    params: EscalationIdSchema,
    idOf: ({ escalationId }) => escalationId,
  }),
  ...documentRoutes(services),
  ...fileRoutes(services),
];
