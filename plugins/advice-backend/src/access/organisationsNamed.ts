import type { PublicQuestion } from '@imsa-hub/advice-common';
import type {
  OrganisationContext,
  PeopleDirectory,
} from '@imsa-hub/network-node';

const plain = (text: string) =>
  ` ${text
    .toLocaleLowerCase('en-GB')
    .normalize('NFKC')
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
/** "Harbour’s staff" is about Harbour. */
const withoutPossessive = (text: string) =>
  text.replace(/[’']s(?![\p{L}\p{N}])/giu, '');

/**
 * Ids of the organisations of the register whose name stands in a text. The
 * Hub's own is left out: what is written to it begins with its name.
 */
export function organisationsNamed(
  people: PeopleDirectory,
  text: string,
): string[] {
  return allNamed(people, text)
    .filter(({ sector }) => sector !== 'hub')
    .map(({ id }) => id);
}

/**
 * Ids of the organisations that a question names: anywhere in its text, and the
 * Hub's own where it stands in the answer to which service it is about.
 */
export function organisationsAsked(
  people: PeopleDirectory,
  question: Pick<PublicQuestion, 'question' | 'whoCanAct' | 'aboutService'>,
): string[] {
  const { aboutService } = question;
  const text = `${question.question}\n${question.whoCanAct}`;
  return [
    ...new Set([
      ...organisationsNamed(people, text),
      ...allNamed(people, aboutService).map(({ id }) => id),
    ]),
  ];
}

function allNamed(
  people: PeopleDirectory,
  text: string,
): OrganisationContext[] {
  const forms = [text, withoutPossessive(text)].map(plain);
  return people.organisations().filter(({ name }) => {
    const wanted = plain(name);
    return wanted.trim() !== '' && forms.some(form => form.includes(wanted));
  });
}
