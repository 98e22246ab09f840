import type { MountedRoute } from '@imsa-hub/core-node';

/** The public pages as the route table lists them. */
export function publicRoutes(
  base: string,
  journeyPaths: readonly string[],
): MountedRoute[] {
  const route = (method: string, path: string, summary: string) => ({
    plugin: 'advice',
    method,
    path: `${base}${path}`,
    door: 'public',
    scope: 'page' as const,
    summary,
  });
  const posted = ['look', 'write', 'second-opinion', 'helped', 'finish'];
  return [
    route('get', '', 'The first page of the public form'),
    route('get', '/privacy', 'What is held, why and how long'),
    route('get', '/accessibility', 'Accessibility statement'),
    route('get', '/leave', 'Exit this page'),
    route('get', '/assets/:file', 'Style sheet, script and icon'),
    route('get', '/reply', 'Asks for a receipt code'),
    route('post', '/reply', 'Opens a conversation by its code'),
    ...posted.flatMap(path => [
      route('get', `/reply/${path}`, 'Leads to the code page'),
      route('post', `/reply/${path}`, 'A step in a conversation'),
    ]),
    ...journeyPaths.flatMap(path => [
      route('get', path, 'Leads to the first page'),
      route('post', path, 'A page of the public form'),
    ]),
  ];
}
