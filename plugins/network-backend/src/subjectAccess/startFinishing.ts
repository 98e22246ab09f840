import type {
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { ErasureFinisher } from './ErasureFinisher';

/** Tries unfinished erasures again and again while the backend is up. */
export function startFinishing(options: {
  finisher: Pick<ErasureFinisher, 'finishAll'>;
  logger: LoggerService;
  lifecycle: LifecycleService;
  everySeconds: number;
}): void {
  const { finisher, logger, lifecycle, everySeconds } = options;
  let timer: NodeJS.Timeout | undefined;
  const finish = () =>
    void finisher.finishAll().catch(error =>
      logger.warn('Looking for unfinished erasures will be tried again', {
        errorName: (error as Error).name,
      }),
    );
  lifecycle.addStartupHook(() => {
    finish();
    timer = setInterval(finish, everySeconds * 1_000).unref();
  });
  lifecycle.addShutdownHook(() => clearInterval(timer));
}
