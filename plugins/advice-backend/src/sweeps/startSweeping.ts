import type { LifecycleService } from '@backstage/backend-plugin-api';
import type { DeadlineDirectory } from '@imsa-hub/deadlines-node';
import type { AdviceServices } from '../AdviceServices';
import { sweepMailbox } from '../mailbox';
import { sweepLimits } from './sweepLimits';
import { sweepQueries } from './sweepQueries';

const EVERY_MS = 15_000;

/**
 * Runs the sweeps every 15 seconds while the backend is up, and at once when a
 * rule or a bank holiday changes.
 */
export function startSweeping(options: {
  services: Pick<AdviceServices, 'context' | 'mailbox'>;
  deadlines: DeadlineDirectory;
  lifecycle: LifecycleService;
}): void {
  const { services, deadlines, lifecycle } = options;
  const { context, mailbox } = services;
  let timer: NodeJS.Timeout | undefined;
  let stop: (() => void) | undefined;
  let running = false;
  let again = false;
  const sweep = async () => {
    again = true;
    if (running) return;
    running = true;
    try {
      while (again) {
        again = false;
        // What time alone changed comes first; the rest is the law's doing.
        await sweepQueries(context);
        await sweepLimits(context);
        await sweepMailbox(mailbox);
      }
    } catch (error) {
      context.hub.logger.warn('Looking after clocks will be tried again', {
        errorName: (error as Error).name,
      });
    } finally {
      running = false;
    }
  };
  lifecycle.addStartupHook(() => {
    timer = setInterval(() => void sweep(), EVERY_MS);
    timer.unref();
    stop = deadlines.onChange(() => void sweep());
  });
  lifecycle.addShutdownHook(() => {
    clearInterval(timer);
    stop?.();
  });
}
