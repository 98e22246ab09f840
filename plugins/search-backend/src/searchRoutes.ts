import { defineRoute, type HubRoute } from '@imsa-hub/core-node';
import {
  SearchRequestSchema,
  searchUsePermission,
} from '@imsa-hub/search-common';
import type { SearchService } from './SearchService';

/** The one route of the search. */
export function searchRoutes(service: SearchService): HubRoute[] {
  return [
    defineRoute({
      method: 'post',
      path: '/find',
      summary: 'What you may see that these words find',
      door: searchUsePermission,
      scope: 'collection',
      body: SearchRequestSchema,
      bodyLimit: 4_000,
      handle: ({ person, body }) => service.find({ person, ...body }),
    }),
  ];
}
