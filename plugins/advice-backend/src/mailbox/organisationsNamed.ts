import type { PeopleDirectory } from '@imsa-hub/network-node';

const plain = (text: string) =>
  ` ${text
    .toLocaleLowerCase('en-GB')
    .normalize('NFKC')
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/**
 * Ids of the organisations of the register whose name stands in a text. The
 * Hub's own is left out: mails to it begin with its name.
 */
export function organisationsNamed(
  people: PeopleDirectory,
  text: string,
): string[] {
  const words = plain(text);
  const own = new Set(
    [
      ...people.withRole('hub-manager'),
      ...people.withRole('advice-coordinator'),
    ].flatMap(person => person.organisationIds),
  );
  return people
    .organisations()
    .filter(({ id, name }) => {
      const wanted = plain(name);
      return !own.has(id) && wanted.trim() !== '' && words.includes(wanted);
    })
    .map(({ id }) => id);
}
