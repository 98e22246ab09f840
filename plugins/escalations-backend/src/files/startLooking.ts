import type { LifecycleService } from '@backstage/backend-plugin-api';
import { startSweeping, type FileSettings } from '@imsa-hub/core-node';
import type { EscalationContext } from '../EscalationContext';
import { lookIntoFiles } from './lookIntoFiles';

/**
 * Looks into files that wait in quarantine, while the backend is up. Says at
 * the start which of the two it is: looked into, or not.
 */
export function startLooking(options: {
  context: EscalationContext;
  settings: FileSettings;
  lifecycle: LifecycleService;
}): void {
  const { context, settings, lifecycle } = options;
  const { scanner } = settings;
  const { logger } = context.hub;
  if (!scanner) {
    logger.info(
      'No scanner is set (hub.files.clamd.host); files are marked as not checked',
    );
    return;
  }
  startSweeping({
    what: 'files in quarantine',
    sweeps: [() => lookIntoFiles({ context, scanner })],
    lifecycle,
    logger,
  });
}
