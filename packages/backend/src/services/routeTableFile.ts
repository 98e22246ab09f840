import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import {
  jsonSchemaOf,
  routeTableServiceRef,
  type MountedRoute,
  type WrittenRoute,
} from '@imsa-hub/core-node';
import { rename, writeFile } from 'node:fs/promises';

const routeTableFileServiceRef = createServiceRef<object>({
  id: 'hub.route-table-file',
  scope: 'root',
});

/**
 * Writes every route of the running backend to the file that
 * `HUB_ROUTE_TABLE_FILE` names, for the checks that try each one.
 */
export const routeTableFileServiceFactory = createServiceFactory({
  service: routeTableFileServiceRef,
  initialization: 'always',
  deps: {
    routeTable: routeTableServiceRef,
    lifecycle: coreServices.rootLifecycle,
  },
  factory({ routeTable, lifecycle }) {
    const file = process.env.HUB_ROUTE_TABLE_FILE;
    if (file) {
      lifecycle.addStartupHook(async () => {
        const routes = routeTable
          .all()
          .map(written)
          .sort((a, b) =>
            `${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1,
          );
        // Whoever reads it finds all of it or none.
        const whole = `${file}.new`;
        await writeFile(whole, `${JSON.stringify(routes, undefined, 2)}\n`);
        await rename(whole, file);
      });
    }
    return {};
  },
});

const written = ({ body, query, ...route }: MountedRoute): WrittenRoute => ({
  ...route,
  body: body && jsonSchemaOf(body),
  query: query && jsonSchemaOf(query),
});
