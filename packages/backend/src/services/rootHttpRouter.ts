import { rootHttpRouterServiceFactory as defaultFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { NotFoundError } from '@backstage/errors';
import { problemHandler, requestNumbers } from '@imsa-hub/core-node';
import type { RequestHandler } from 'express';
import { addressLimit } from '../http/addressLimit';
import { notFoundOnceStarted } from '../http/notFoundOnceStarted';
import { isOfTheApp } from '../http/pages';
import { requestLog } from '../http/requestLog';
import { securityHeaders } from '../http/securityHeaders';

const SLOWEST_REQUEST_MS = 60_000;
const SLOWEST_HEADERS_MS = 15_000;
// Longer than the usual 60 s of load balancers, which must be first to hang up.
const KEEP_ALIVE_MS = 65_000;

const notFound: RequestHandler = () => {
  throw new NotFoundError();
};

/** What every request goes through before and after the plugins. */
export const rootHttpRouterServiceFactory = defaultFactory({
  indexPath: false,
  configure({ app, server, routes, middleware, healthRouter, ...deps }) {
    const { config, logger, lifecycle } = deps;
    app.disable('x-powered-by');
    // Entity tags of answers would be a digest of what they hold.
    app.set('etag', false);
    app.set('trust proxy', config.getOptional('backend.trustProxy') ?? false);
    server.requestTimeout = SLOWEST_REQUEST_MS;
    server.headersTimeout = SLOWEST_HEADERS_MS;
    server.keepAliveTimeout = KEEP_ALIVE_MS;

    app.use(requestNumbers());
    app.use(
      securityHeaders({
        https: config.getString('backend.baseUrl').startsWith('https:'),
      }),
    );
    app.use(healthRouter);
    app.use(requestLog({ logger }));
    app.use(addressLimit({ config }));
    app.use(middleware.compression());
    // The app's own plugin answers any address with its page; it is only
    // reached through the gate below.
    app.use('/api/app', notFound);
    // Tells whom a token stands for without asking whether they are still
    // active. No page needs it.
    app.use('/api/auth/v1/userinfo', notFound);
    app.use(routes);
    app.use((request, response, next) => {
      if (!isOfTheApp(request)) {
        next();
        return;
      }
      request.url = `/api/app${request.url}`;
      routes(request, response, next);
    });
    app.use(notFoundOnceStarted(lifecycle));
    app.use(problemHandler({ logger }));
  },
});
