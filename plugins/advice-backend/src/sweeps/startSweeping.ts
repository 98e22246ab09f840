import type { LifecycleService } from '@backstage/backend-plugin-api';
import type { AdviceContext } from '../AdviceContext';
import { sweepQueries } from './sweepQueries';

const EVERY_MS = 15_000;

/** Runs {@link sweepQueries} every 15 seconds while the backend is up. */
export function startSweeping(options: {
  context: AdviceContext;
  lifecycle: LifecycleService;
}): void {
  const { context, lifecycle } = options;
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  const sweep = async () => {
    if (running) return;
    running = true;
    try {
      await sweepQueries(context);
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
