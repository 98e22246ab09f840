import type {
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { ErasureService } from './ErasureService';

/** Tries unfinished erasures again and again while the backend is up. */
export function startFinishing(options: {
  erasures: Pick<ErasureService, 'finishAll'>;
  logger: LoggerService;
  lifecycle: LifecycleService;
  everySeconds: number;
}): void {
  const { erasures, logger, lifecycle, everySeconds } = options;
  let timer: NodeJS.Timeout | undefined;
  const finish = () =>
    void erasures.finishAll().catch(error =>
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
