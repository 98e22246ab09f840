import { sortName } from '@imsa-hub/core';

const MOST_TERMS = 6;

/**
 * Cuts what was typed into terms: lower case, without accents and without the
 * signs that people put between words. Hyphens stay, references have them.
 */
export function searchTerms(words: string): string[] {
  const terms = sortName(words)
    .split(/[^\p{L}\p{N}'-]+/u)
    .map(term => term.replace(/^[-']+|[-']+$/g, ''))
    .filter(term => term !== '');
  return [...new Set(terms)].slice(0, MOST_TERMS);
}

/** Whether a word of a text begins with the term. */
export function hasWord(text: string, term: string): boolean {
  return ` ${sortName(text).replace(/[^\p{L}\p{N}'-]+/gu, ' ')}`.includes(
    ` ${term}`,
  );
}

/** Identifiers whose name has a word that begins with the term. */
export function namedWith<Key extends string>(
  names: Readonly<Record<Key, string>>,
  term: string,
): Key[] {
  const all = Object.entries(names) as [Key, string][];
  return all.filter(([, name]) => hasWord(name, term)).map(([key]) => key);
}

/** A term as a pattern of SQL's `like` that it is found anywhere by. */
export function containing(term: string): string {
  return `%${startingWith(term)}`;
}

/** A term as a pattern of SQL's `like` that begins with it. */
export function startingWith(term: string): string {
  return `${term.replace(/[\\%_]/g, '\\$&')}%`;
}
