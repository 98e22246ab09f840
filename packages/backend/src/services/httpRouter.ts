import {
  createAuthIntegrationRouter,
  createCredentialsBarrier,
  createLifecycleMiddleware,
} from '@backstage/backend-defaults/httpRouter';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { problemHandler, routeTableServiceRef } from '@imsa-hub/core-node';
import type { RequestHandler } from 'express';
import PromiseRouter from 'express-promise-router';
import { routesOf } from '../http/routesOf';
import { notTakenServiceRef } from './notTaken';
import { personLimitServiceRef } from './personLimit';
import { tokenBrakeServiceRef } from './tokenBrake';

/**
 * Backstage opens these to everybody who is signed in (and, in plugins that are
 * open as a whole, to anybody): its scheduled tasks can be read, started and
 * ended there, and actions can be called. Nobody needs them here.
 */
const OPERATORS_ONLY = ['/.backstage/scheduler', '/.backstage/actions'];

const notFound: RequestHandler = () => {
  throw new NotFoundError();
};

/**
 * The router of each plugin, as Backstage builds it but for its end: errors
 * become problem bodies, and no address is logged. There are no cookies that
 * stand for a token: no page needs one, and a foreign page could use it. What
 * a plugin mounts without stating it is entered in the route table when it
 * has started.
 */
export const httpRouterServiceFactory = createServiceFactory({
  service: coreServices.httpRouter,
  initialization: 'always',
  deps: {
    plugin: coreServices.pluginMetadata,
    config: coreServices.rootConfig,
    lifecycle: coreServices.lifecycle,
    root: coreServices.rootHttpRouter,
    auth: coreServices.auth,
    httpAuth: coreServices.httpAuth,
    logger: coreServices.logger,
    routeTable: routeTableServiceRef,
    brake: tokenBrakeServiceRef,
    personLimit: personLimitServiceRef,
    notTaken: notTakenServiceRef,
  },
  factory({ plugin, config, lifecycle, root, auth, httpAuth, ...deps }) {
    const path = `/api/${plugin.getId()}`;
    const whole = PromiseRouter();
    const routes = PromiseRouter();
    const barrier = createCredentialsBarrier({ httpAuth, config });
    const open: string[] = [];
    whole.use(deps.brake.middleware());
    whole.use(deps.personLimit.middleware());
    whole.use(createAuthIntegrationRouter({ auth }));
    whole.use(createLifecycleMiddleware({ config, lifecycle }));
    whole.use(OPERATORS_ONLY, notFound);
    whole.use(barrier.middleware);
    whole.use(routes);
    whole.use(
      problemHandler({
        logger: deps.logger,
        note: deps.notTaken.noter(deps.logger),
      }),
    );
    root.use(path, whole);

    lifecycle.addStartupHook(() => {
      const stated = new Set(
        deps.routeTable.all().map(route => `${route.method} ${route.path}`),
      );
      const found = routesOf(whole, path)
        .filter(route => !stated.has(`${route.method} ${route.path}`))
        .map(route => ({
          ...route,
          plugin: plugin.getId(),
          door: isOpen(route.path) ? 'public' : 'signed-in',
          scope: 'collection' as const,
          summary: 'Of Backstage',
        }));
      deps.routeTable.add(found);
    });

    return {
      use: handler => void routes.use(handler),
      addAuthPolicy(policy) {
        if (policy.allow === 'unauthenticated') open.push(policy.path);
        barrier.addAuthPolicy(policy);
      },
    };

    // The route before the barrier, and whatever the plugin opened.
    function isOpen(route: string): boolean {
      const below = route.slice(path.length) || '/';
      return (
        below === '/.backstage/auth/v1/jwks.json' ||
        open.some(
          prefix =>
            prefix === '/' ||
            below === prefix ||
            below.startsWith(`${prefix.replace(/\/$/, '')}/`),
        )
      );
    }
  },
});
