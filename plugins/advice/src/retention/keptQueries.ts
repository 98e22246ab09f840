import type { KeptKind } from '@imsa-hub/ui';
import { keys } from '../api/keys';
import { apiPaths, pagePaths } from '../api/paths';

/** Queries, as records that are kept for a time once they have ended. */
export const KEPT_QUERIES: KeptKind = {
  noun: 'query',
  nouns: 'queries',
  plugin: 'advice',
  listPath: pagePaths.retention,
  pagePath: pagePaths.query,
  doesPath: apiPaths.does,
  invalidates: id => [keys.queueAll, keys.query(id)],
};
