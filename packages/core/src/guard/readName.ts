import { NOT_LOWER_NAMES, NOT_NAMES } from './notNames';

const WORD = /[\p{Lu}\p{Lo}][\p{L}\p{M}'-]{0,29}/uy;
const LOWER = /[a-z][a-z'-]{1,24}(?![A-Za-z0-9@_])/y;
const PARTICLE =
  /(?:van|von|der|den|de|da|dos|del|della|di|bin|binti|bint|ibn|al|el|le|la|ap|ferch|mac|te)(?= )/y;
const LINK = /(?:\.? |-)/y;
const LONGEST = 4;

/** Names that end like a verb and must not be taken for one. */
const LIKE_WORDS = new Set(
  'blessing sterling ahmed mohamed mohammed muhammed hamed mohammad emily sally lily kelly billy holly polly molly nelly carly reed clement'.split(
    ' ',
  ),
);

const bare = (word: string) => word.toLowerCase().replace(/'s?$/, '');

function isAcronym(word: string): boolean {
  return /^[A-Z]{1,4}s?$/.test(word) && word.length <= 4;
}

function sticky(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Past "van der", "bin" and their like; at most two of them. */
function pastParticles(text: string, at: number): number {
  let position = at;
  for (let count = 0; count < 2; count += 1) {
    const particle = sticky(PARTICLE, text, position);
    if (particle === undefined) return position;
    position += particle.length + 1;
  }
  return position;
}

/** Where a name that begins at `at` ends, or `undefined` if none does. */
export function readName({
  text,
  at,
  afterTitle = false,
  longest = LONGEST,
}: {
  text: string;
  at: number;
  /** "Mr LEE" is a name although "LEE" alone could be a short form. */
  afterTitle?: boolean;
  longest?: number;
}): number | undefined {
  let position = at;
  let end: number | undefined;
  let real = false;
  let acronyms = 0;
  for (let count = 0; count < longest; count += 1) {
    if (count > 0 || afterTitle) position = pastParticles(text, position);
    const word = sticky(WORD, text, position);
    if (word === undefined || NOT_NAMES.has(bare(word))) break;
    // "Ms A" and "Mr X" are already somebody else's pseudonyms.
    const single = [...word].length === 1 && /[A-Z]/.test(word);
    const short = isAcronym(word) && !(afterTitle && word.length > 2);
    if (short && !single) acronyms += 1;
    if (!single && !short) real = true;
    if (short && acronyms > 0 && word.length > 2)
      real = real || acronyms > 1 || end !== undefined;
    position += word.length;
    end = /'s$/.test(word) ? position - 2 : position;
    if (/'s$/.test(word)) break;
    const link = sticky(LINK, text, position);
    if (!link || (link.startsWith('.') && !single)) break;
    position += link.length;
  }
  return real ? end : undefined;
}

/** A name typed without capitals, one or two words; `undefined` if none. */
export function readLowerName({
  text,
  at,
  longest = 2,
}: {
  text: string;
  at: number;
  longest?: number;
}): number | undefined {
  let end: number | undefined;
  let position = at;
  for (let count = 0; count < longest; count += 1) {
    const word = sticky(LOWER, text, position);
    if (word === undefined || word.length < 3) break;
    const plain = bare(word);
    if (NOT_LOWER_NAMES.has(plain) || NOT_NAMES.has(plain)) break;
    if (!LIKE_WORDS.has(plain) && /(?:ed|ing|ly|tion|ment)$/.test(plain)) break;
    position += word.length;
    end = position - (/'s$/.test(word) ? 2 : 0);
    if (text[position] !== ' ') break;
    position += 1;
  }
  return end;
}
