import type { LifecycleService } from '@backstage/backend-plugin-api';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import type { RequestHandler } from 'express';
import { notFoundPage } from './notFoundPage';

/**
 * What is found nowhere does not exist; but while the hub starts, its plugins
 * are not all there yet, and whoever asks for a record must not be told that it
 * is gone.
 *
 * @returns the last handler: 503 until every plugin has started, then 404, as a page for a browser
 */
export function notFoundOnceStarted(
  lifecycle: Pick<LifecycleService, 'addStartupHook'>,
): RequestHandler {
  let started = false;
  lifecycle.addStartupHook(() => {
    started = true;
  });
  const page = notFoundPage();
  return (request, response, next) => {
    if (!started) throw new ServiceUnavailableError();
    page(request, response, () => next(new NotFoundError()));
  };
}
