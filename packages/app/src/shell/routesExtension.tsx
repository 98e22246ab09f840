import {
  NotFoundErrorPage,
  coreExtensionData,
  createExtension,
  createExtensionInput,
} from '@backstage/frontend-plugin-api';
import { useRoutes, type RouteObject } from 'react-router-dom';

function Pages(props: { routes: RouteObject[] }) {
  return useRoutes(props.routes);
}

/** A page answers to its path and everything beneath it; home only to `/`. */
function pattern(path: string): string {
  return path === '/' ? path : `${path.replace(/\/$/, '')}/*`;
}

/** Every page of every plugin, each at its path. */
export const routesExtension = createExtension({
  name: 'routes',
  attachTo: { id: 'app/layout', input: 'content' },
  inputs: {
    routes: createExtensionInput([
      coreExtensionData.routePath,
      coreExtensionData.routeRef.optional(),
      coreExtensionData.reactElement,
      coreExtensionData.title.optional(),
      coreExtensionData.icon.optional(),
    ]),
  },
  output: [coreExtensionData.reactElement],
  factory({ inputs }) {
    const routes: RouteObject[] = inputs.routes.map(route => ({
      path: pattern(route.get(coreExtensionData.routePath)),
      element: route.get(coreExtensionData.reactElement),
    }));
    routes.push({ path: '*', element: <NotFoundErrorPage /> });
    return [coreExtensionData.reactElement(<Pages routes={routes} />)];
  },
});
