import type { HubRoute } from '@imsa-hub/core-node';
import type { EscalationServices } from './createEscalations';
import { deskRoutes } from './desk/deskRoutes';
import { draftRoutes } from './drafts/draftRoutes';
import { escalationRoutes } from './escalations/escalationRoutes';
import { moveRoutes } from './escalations/moveRoutes';
import { retentionRoutes } from './retention/retentionRoutes';

/** Every route of complex cases. */
export const escalationsRoutes = (
  services: EscalationServices,
): readonly HubRoute[] => [
  ...draftRoutes(services),
  ...deskRoutes(services),
  ...escalationRoutes(services),
  ...moveRoutes(services),
  ...retentionRoutes(services),
];
