import { looksLikeDate, textAfter } from './cues';
import type { Match } from './finding';

const CUE =
  /\b(?:pass?po?rt|travel document|ppt|pasbort|pasaport|id card|identity card)s?(?: (?:number|num|numbers|no|ref|reference|id|nr|rhif)\b)?\.?(?: (?:is|was|given as|shows|reads|number|ending|taken|:|-))?[ :#=.'"(-]{0,4}/gi;
const TOKEN = /[A-Z]{0,3}[ .-]?\d(?:[ .-]?\d){5,8}[A-Z]?(?![A-Za-z0-9])/iy;
const BEFORE =
  /(?<![A-Za-z0-9])[A-Z]{0,3} ?\d{6,9}(?= (?:is|was|on|from) (?:(?:her|his|their|the|client's|old|new|[a-z]{3,12}) ){0,2}pass?po?rt\b)/gi;

/** Passport and identity card numbers, given as such. */
export function findPassports({ text }: { text: string }): Match[] {
  const matches: Match[] = [];
  const add = (start: number, found: string) =>
    matches.push({
      kind: 'passport-number',
      start,
      end: start + found.length,
      certainty: 'sure',
    });
  for (const cue of text.matchAll(CUE)) {
    TOKEN.lastIndex = cue.index + cue[0].length;
    const token = TOKEN.exec(text);
    if (!token || looksLikeDate(token[0])) continue;
    if (!/[ :#=.'"(-]$/.test(cue[0])) continue;
    // "Passport 300000 holders" counts; a number is not followed by people.
    if (
      /^ (?:people|holders|applications|days|pounds)/.test(
        textAfter({ text, at: TOKEN.lastIndex }),
      )
    )
      continue;
    add(token.index, token[0]);
  }
  for (const match of text.matchAll(BEFORE)) add(match.index, match[0]);
  return matches;
}
