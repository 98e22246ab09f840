import { APP_PAGES, isAppPage } from '@imsa-hub/core';
import type { Request } from 'express';

/** Files beside the app's scripts. */
const FILES = new Set(['/favicon.svg', '/robots.txt']);

/**
 * Whether the app answers here: one of its pages asked for by a browser, a
 * script, a style. Anything else that nobody mounted is not found.
 */
export function isOfTheApp(request: Request): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const { path } = request;
  // Maps of the scripts are for whoever has the sources anyway.
  if (path.endsWith('.map')) return false;
  if (FILES.has(path) || path.startsWith('/static/')) return true;
  return isAppPage(path) && Boolean(request.accepts('html'));
}

/** First parts of the addresses of pages. */
const LOGGED = new Set([
  ...APP_PAGES.map(page => page.split('/')[1] ?? ''),
  'static',
  'ask',
]);
const PLUGINS = new Set([
  'advice',
  'auth',
  'catalog',
  'deadlines',
  'escalations',
  'network',
  'notifications',
  'permission',
  'search',
]);

/**
 * The part of an address that may stand in a log: which plugin or page it was,
 * never a record, and never a word that somebody made up.
 */
export function loggedPrefix(path: string): string {
  const [, first = '', second = ''] = path.split('/');
  if (first === 'api') return PLUGINS.has(second) ? `/api/${second}` : '/api';
  if (first === '') return '/';
  return LOGGED.has(first) ? `/${first}` : 'other';
}
