import type { BasicPermission } from '@backstage/plugin-permission-common';
import type { PersonContext } from '@imsa-hub/network-node';
import type { SearchHit } from '@imsa-hub/search-common';

/** What a source is asked. */
export interface SearchQuestion {
  person: PersonContext;
  /** What was typed, trimmed: 2 to 100 characters. */
  words: string;
  /** The same as {@link searchTerms} cuts it: each has to be found. */
  terms: readonly string[];
  /** The most hits that are wanted. */
  limit: number;
}

/**
 * One kind of thing that the search box finds. The plugin that owns the
 * records answers for what this person may see: in the SQL, before limiting.
 */
export interface SearchSource {
  /** Names it among all plugins': `advice-queries`. */
  kind: string;
  /** The heading above its hits: "Queries". */
  title: string;
  /** Place among the groups: lower comes first, 100 is ordinary. */
  order?: number;
  /** Without this permission the source is not asked and not named. */
  door: BasicPermission | 'signed-in';
  /** Hits in the order in which they are shown. May throw; others go on. */
  find(question: SearchQuestion): Promise<readonly SearchHit[]>;
}

/** A place of the console that the search box leads to. */
export interface SearchPlace {
  /** As the page calls itself: "Ask the Hub". */
  title: string;
  /** What one does there, in a few words. */
  detail: string;
  /** Other words that people would type. */
  alsoCalled?: string;
  path: string;
  door: BasicPermission | 'signed-in';
}
