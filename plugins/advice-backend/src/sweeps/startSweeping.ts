import type { LifecycleService } from '@backstage/backend-plugin-api';
import type { AdviceServices } from '../AdviceServices';
import { sweepMailbox } from '../mailbox';
import { sweepQueries } from './sweepQueries';

const EVERY_MS = 15_000;

/**
 * Runs {@link sweepQueries} and {@link sweepMailbox} every 15 seconds while the
 * backend is up.
 */
export function startSweeping(options: {
  services: Pick<AdviceServices, 'context' | 'mailbox'>;
  lifecycle: LifecycleService;
}): void {
  const { services, lifecycle } = options;
  const { context, mailbox } = services;
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  const sweep = async () => {
    if (running) return;
    running = true;
    try {
      await sweepQueries(context);
      await sweepMailbox(mailbox);
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
  });
  lifecycle.addShutdownHook(() => clearInterval(timer));
}
