import type { SearchGroup } from '@imsa-hub/search-common';

/** What was found, for those who hear it: "Queries: 3. People: more than 5." */
export function foundInWords(groups: readonly SearchGroup[]): string {
  const parts = groups.flatMap(({ title, hits, more, failed }) => {
    if (failed) return [`${title} could not be searched just now.`];
    if (hits.length === 0) return [];
    return [`${title}: ${more ? 'more than ' : ''}${hits.length}.`];
  });
  return parts.length === 0 ? 'Nothing was found.' : parts.join(' ');
}
