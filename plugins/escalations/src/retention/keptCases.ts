import type { KeptKind } from '@imsa-hub/ui';
import { keys } from '../api/keys';
import { apiPaths, pagePaths } from '../api/paths';

/** Complex cases, as records that are kept for a time once they have ended. */
export const KEPT_CASES: KeptKind = {
  noun: 'case',
  nouns: 'cases',
  plugin: 'escalations',
  listPath: pagePaths.retention,
  pagePath: pagePaths.case,
  doesPath: apiPaths.does,
  invalidates: id => [keys.boardAll, keys.case(id)],
};
