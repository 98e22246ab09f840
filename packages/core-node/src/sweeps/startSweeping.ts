import type {
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';

const EVERY_MS = 15_000;

/**
 * Runs sweeps one after the other every 15 seconds while the backend is up,
 * and at once when something that they go by changes. A round that fails is
 * tried again with the next.
 */
export function startSweeping(options: {
  /** In the order in which they run: what waits for nobody comes first. */
  sweeps: readonly (() => Promise<unknown>)[];
  lifecycle: LifecycleService;
  logger: LoggerService;
  /** What is looked after, for the log: "clocks". */
  what: string;
  /** Calls back when a round should not wait; answers how to stop that. */
  onChange?(again: () => void): () => void;
}): void {
  const { sweeps, lifecycle, logger, what } = options;
  let timer: NodeJS.Timeout | undefined;
  let stop: (() => void) | undefined;
  let running = false;
  let again = false;
  const round = async () => {
    again = true;
    if (running) return;
    running = true;
    try {
      while (again) {
        again = false;
        for (const sweep of sweeps) await sweep();
      }
    } catch (error) {
      logger.warn(`Looking after ${what} will be tried again`, {
        errorName: (error as Error).name,
      });
    } finally {
      running = false;
    }
  };
  lifecycle.addStartupHook(() => {
    timer = setInterval(() => void round(), EVERY_MS);
    timer.unref();
    stop = options.onChange?.(() => void round());
  });
  lifecycle.addShutdownHook(() => {
    clearInterval(timer);
    stop?.();
  });
}
