import { textBefore } from './cues';
import { windowsFrom, type DigitGroup } from './digitGroups';
import type { Match } from './finding';

const SORT =
  /\b(?:sort ?-?code|s\/c|sc)s?(?: (?:is|no))?[ :#=.-]{0,4}(\d\d[ .-]?\d\d[ .-]?\d\d)(?![A-Za-z0-9])/gi;
const ACCOUNT =
  /\b(?:account|acct?|a\/c|bank)(?: (?:account|details))?(?: ?(?:number|num|no)\b)?\.?(?: (?:is|was))?[ :#=.-]{0,4}(\d(?:[ .-]?\d){6,7})(?![A-Za-z0-9]|[ .-]?\d)/gi;
const TOGETHER =
  /(?<![A-Za-z0-9./-])\d\d([ -])\d\d\1\d\d[ ,/]{1,3}\d{8}(?![A-Za-z0-9])/g;
const IBAN =
  /(?<![A-Za-z0-9])[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/gi;

/** Whether a number passes the Luhn check that payment cards carry. */
export function isCardNumber(digits: string): boolean {
  if (!/^[2-6]\d{15}$/.test(digits)) return false;
  let total = 0;
  for (let at = 0; at < 16; at += 1) {
    const doubled = Number(digits[at]) * (at % 2 === 0 ? 2 : 1);
    total += doubled > 9 ? doubled - 9 : doubled;
  }
  return total % 10 === 0;
}

/** Whether a compact IBAN carries its modulus 97 check. */
export function isIban(compact: string): boolean {
  if (!/^[A-Z]{2}\d\d[A-Z0-9]{11,30}$/.test(compact)) return false;
  let remainder = 0;
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    const value = parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

/** Sort codes and account numbers given as such, cards and IBANs. */
export function findBankDetails({
  text,
  groups,
}: {
  text: string;
  groups: readonly DigitGroup[];
}): Match[] {
  const matches: Match[] = [];
  const add = (start: number, found: string) =>
    matches.push({
      kind: 'bank-account',
      start,
      end: start + found.length,
      certainty: 'sure',
    });
  for (const shape of [SORT, ACCOUNT]) {
    for (const match of text.matchAll(shape)) {
      const [whole, found = ''] = match;
      add(match.index + whole.length - found.length, found);
    }
  }
  for (const match of text.matchAll(TOGETHER)) add(match.index, match[0]);
  for (const match of text.matchAll(IBAN)) {
    if (isIban(match[0].replace(/ /g, '').toUpperCase()))
      add(match.index, match[0]);
  }
  for (let from = 0; from < groups.length; from += 1) {
    if (!/^[2-6]/.test(groups[from]?.digits ?? '')) continue;
    const window = windowsFrom({ groups, from, shortest: 16, longest: 16 }).at(
      -1,
    );
    if (!window || !isCardNumber(window.digits) || /[^ .-]/.test(window.gaps))
      continue;
    const spaced =
      window.shape.every(length => length === 4) || window.shape.length === 1;
    if (
      !spaced ||
      /uan|unique application/.test(textBefore({ text, at: window.start }))
    )
      continue;
    add(window.start, text.slice(window.start, window.end));
    from += window.count - 1;
  }
  return matches;
}
