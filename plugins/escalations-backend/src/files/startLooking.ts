import type { LifecycleService } from '@backstage/backend-plugin-api';
import type { FileSettings } from '@imsa-hub/core-node';
import type { EscalationContext } from '../EscalationContext';
import { lookIntoFiles } from './lookIntoFiles';

const EVERY_MS = 30_000;

/**
 * Looks every 30 seconds into files that wait in quarantine, while the backend
 * is up. Says at the start which of the two it is: looked into, or not.
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
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  const look = async () => {
    if (running) return;
    running = true;
    try {
      await lookIntoFiles({ context, scanner });
    } catch (error) {
      logger.warn('Looking into files will be tried again', {
        errorName: (error as Error).name,
      });
    } finally {
      running = false;
    }
  };
  lifecycle.addStartupHook(() => {
    timer = setInterval(() => void look(), EVERY_MS);
    timer.unref();
    void look();
  });
  lifecycle.addShutdownHook(() => clearInterval(timer));
}
