import type { RootConfigService } from '@backstage/backend-plugin-api';
import { Allowance, addressKey } from '@imsa-hub/core-node';
import type { RequestHandler } from 'express';
import { isLiveLine } from './isLiveLine';

/** Twenty people of one office who do nothing but ask. */
const REQUESTS_PER_MINUTE = 12_000;

/**
 * Counts everything below `/api` by the caller's address, signed in or not,
 * Backstage's own routes and addresses that lead nowhere included. A whole
 * office may share one, so the figure is that of many people.
 */
export function addressLimit(options: {
  config: RootConfigService;
}): RequestHandler {
  const allowance = new Allowance(
    options.config.getOptionalNumber(
      'hub.limits.requestsPerAddressPerMinute',
    ) ?? REQUESTS_PER_MINUTE,
  );
  return (request, _response, next) => {
    if (!/^\/api(\/|$)/i.test(request.path) || isLiveLine(request)) {
      next();
      return;
    }
    allowance.take(addressKey(request)).then(() => next(), next);
  };
}
