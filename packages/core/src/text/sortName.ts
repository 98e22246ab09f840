/**
 * A name in the form that lists sort by and searches look in: lower case,
 * without accents, single spaces. Made here and not by PostgreSQL, so that it
 * does not depend on which collations a server was built with.
 */
export function sortName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
