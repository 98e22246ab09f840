import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { SearchPlace, SearchSource } from './SearchSource';

/** Everything that any plugin lets people search. */
export interface SearchSources {
  /** @throws Error where the kind is in use */
  add(source: SearchSource): void;
  /** Adds places of the console to go to. */
  addPlaces(places: readonly SearchPlace[]): void;
  /** In the order in which their groups are shown. */
  all(): readonly SearchSource[];
  places(): readonly SearchPlace[];
}

/** See {@link SearchSources}. */
export function createSearchSources(): SearchSources {
  const sources = new Map<string, SearchSource>();
  const places: SearchPlace[] = [];
  const placeOf = (source: SearchSource) => source.order ?? 100;
  return {
    add(source) {
      if (sources.has(source.kind)) {
        throw new Error(
          `There is a search source "${source.kind}" already: give yours another kind`,
        );
      }
      sources.set(source.kind, source);
    },
    addPlaces: more => void places.push(...more),
    all: () =>
      [...sources.values()].sort(
        (a, b) => placeOf(a) - placeOf(b) || (a.kind < b.kind ? -1 : 1),
      ),
    places: () => places,
  };
}

/** The sources, one registry in each backend; any plugin adds its own. */
export const searchSourcesServiceRef = createServiceRef<SearchSources>({
  id: 'hub.search-sources',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({ service, deps: {}, factory: createSearchSources }),
});
