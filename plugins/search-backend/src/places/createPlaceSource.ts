import type { HubPermissions } from '@imsa-hub/core-node';
import {
  hasWord,
  type SearchSource,
  type SearchSources,
} from '@imsa-hub/search-node';

/** Finds the places of the console whose door is open to the person. */
export function createPlaceSource(options: {
  sources: Pick<SearchSources, 'places'>;
  permissions: HubPermissions;
}): SearchSource {
  const { sources, permissions } = options;
  return {
    kind: 'places',
    title: 'Places in the console',
    order: 10,
    door: 'signed-in',
    async find({ person, terms, limit }) {
      return sources
        .places()
        .filter(
          ({ door }) => door === 'signed-in' || permissions.may(person, door),
        )
        .filter(place => {
          const text = `${place.title} ${place.alsoCalled ?? ''}`;
          return terms.every(term => hasWord(text, term));
        })
        .slice(0, limit);
    },
  };
}
