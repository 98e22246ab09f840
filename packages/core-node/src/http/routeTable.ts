import type { z } from 'zod';
import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';

/** A route as the running backend has it. */
export interface MountedRoute {
  plugin: string;
  method: string;
  /** From the server's root: `/api/advice/queries/:queryId`. */
  path: string;
  /** Permission name, `signed-in`, or `public`. */
  door: string;
  scope: 'record' | 'collection' | 'page';
  summary: string;
  /** True where a sign-in of a short time ago is asked for. */
  freshSignIn?: true;
  /** What it takes; absent where it takes nothing. */
  body?: z.ZodType;
  query?: z.ZodType;
}

/** The same in JSON: what it takes is a JSON Schema. */
export interface WrittenRoute extends Omit<MountedRoute, 'body' | 'query'> {
  body?: object;
  query?: object;
}

/** Collects every route that the hub's plugins mount. */
export interface RouteTable {
  add(routes: readonly MountedRoute[]): void;
  all(): readonly MountedRoute[];
}

/** The table, one in each backend. */
export const routeTableServiceRef = createServiceRef<RouteTable>({
  id: 'hub.route-table',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => {
        const routes: MountedRoute[] = [];
        return { add: more => void routes.push(...more), all: () => routes };
      },
    }),
});
