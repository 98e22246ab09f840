import type { LoggerService } from '@backstage/backend-plugin-api';
import { requestIdOf } from '@imsa-hub/core-node';
import type { RequestHandler } from 'express';
import { loggedPrefix } from './pages';

/**
 * One line for each request: no address, query, referrer or network address,
 * which would say who looked at whom.
 */
export function requestLog(options: { logger: LoggerService }): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now();
    // Routers change the path while they work.
    const prefix = loggedPrefix(request.path);
    const { method } = request;
    response.on('close', () => {
      options.logger.info('Request', {
        method,
        prefix,
        status: response.statusCode,
        finished: response.writableFinished,
        ms: Math.round((performance.now() - begun) * 10) / 10,
        requestId: requestIdOf(request),
      });
    });
    next();
  };
}
