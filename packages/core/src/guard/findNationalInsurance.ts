import { textBefore } from './cues';
import type { Match } from './finding';

const SHAPE =
  /(?<![A-Za-z0-9])([A-Z])[ .-]?([A-Z])((?:[ ./-]{0,2}[0-9OolI]){6})(?:[ ./-]{0,2}([A-D])(?![A-Za-z0-9])|(?![A-Za-z0-9]))/gi;
const FIRST = /^[A-CEGHJ-PR-TW-Z]/;
const SECOND = /^.[A-CEGHJ-NPR-TW-Z]/;
const NEVER_ISSUED = /^(?:BG|GB|KN|NK|NT|TN|ZZ)/;
const NAMED = /\b(?:ni|nino|n\.i|national insurance|yswiriant gwladol)\b/;

/** Whether two letters can begin a National Insurance number. */
export function isNationalInsurancePrefix(letters: string): boolean {
  const prefix = letters.toUpperCase();
  return (
    FIRST.test(prefix) && SECOND.test(prefix) && !NEVER_ISSUED.test(prefix)
  );
}

/** National Insurance numbers with a prefix that is issued. */
export function findNationalInsurance({ text }: { text: string }): Match[] {
  const matches: Match[] = [];
  for (const match of text.matchAll(SHAPE)) {
    const [whole, first = '', second = '', digits = '', suffix] = match;
    if ((digits.match(/\d/g)?.length ?? 0) < 3) continue;
    const prefix = first + second;
    const named = NAMED.test(textBefore({ text, at: match.index, length: 40 }));
    // QQ is what guidance prints; it stands for nobody.
    if (/^qq$/i.test(prefix)) continue;
    const issued = isNationalInsurancePrefix(prefix);
    if (!named && (!issued || suffix === undefined)) continue;
    matches.push({
      kind: 'national-insurance',
      start: match.index,
      end: match.index + whole.length,
      certainty: issued && suffix !== undefined ? 'sure' : 'likely',
    });
  }
  return matches;
}
