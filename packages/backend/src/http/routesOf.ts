import type { Router } from 'express';

/** A route as it was found mounted. */
export interface FoundRoute {
  method: string;
  path: string;
}

/** What Express 4 keeps of each thing that is mounted; it has no types for it. */
interface Layer {
  route?: { path: unknown; methods: Record<string, boolean> };
  handle: { stack?: Layer[] };
  regexp?: RegExp & { fast_slash?: boolean };
  keys?: Array<{ name: string | number }>;
}

/** Finds every route below a router, also in routers that it mounts. */
export function routesOf(router: Router, prefix: string): FoundRoute[] {
  return walk((router as unknown as { stack: Layer[] }).stack, prefix);
}

function walk(stack: readonly Layer[], prefix: string): FoundRoute[] {
  return stack.flatMap(layer => {
    if (layer.route) {
      const paths = [layer.route.path].flat().map(String);
      return paths.flatMap(path =>
        Object.keys(layer.route?.methods ?? {}).map(method => ({
          method,
          path: path === '/' ? prefix : `${prefix}${path}`,
        })),
      );
    }
    const inner = layer.handle.stack;
    return inner ? walk(inner, `${prefix}${mountPath(layer)}`) : [];
  });
}

// Express keeps only the pattern a mount path was turned into.
function mountPath({ regexp, keys = [] }: Layer): string {
  if (!regexp || regexp.fast_slash) return '';
  let index = 0;
  return regexp.source
    .replace(/^\^/, '')
    .replace(/\\\/\?\(\?=\\\/\|\$\)$/, '')
    .replace(/\(\?:\\?\/?\(\[\^\\?\/\]\+\?\)\)/g, () => {
      const name = keys[index]?.name ?? 'part';
      index += 1;
      return `/:${name}`;
    })
    .replaceAll('\\/', '/')
    .replaceAll('\\', '')
    .replace(/\/$/, '');
}
