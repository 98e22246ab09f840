import { textBefore } from './cues';
import type { Match } from './finding';

const EDGE = '(?<![A-Za-z0-9])';
const END = '(?![A-Za-z0-9])';

// Shapes that are nothing else: visa application, unique application
// number, asylum support, tribunal appeals, residence permit.
const OWN_SHAPES: readonly RegExp[] = [
  new RegExp(`${EDGE}GWF[ :.-]{0,2}(?:[ .-]?\\d){9}${END}`, 'gi'),
  new RegExp(`${EDGE}(?:3434|1212)(?:[ .-]{0,2}\\d{4}){3}${END}`, 'g'),
  new RegExp(`${EDGE}ASF[/ -]\\d{2}[/ -]\\d{2}[/ -]\\d{4,6}${END}`, 'gi'),
  new RegExp(
    `${EDGE}(?:PA|HU|EA|DA|IA|RP|AA|DC|VA|UI)[/-]\\d{4,6}[/-]\\d{4,6}${END}`,
    'gi',
  ),
  new RegExp(`${EDGE}UI-20\\d\\d-\\d{5,6}${END}`, 'gi'),
  new RegExp(`${EDGE}Z[A-Z][X0-9]\\d{6}${END}`, 'g'),
];

const CUE = new RegExp(
  '\\b(?:home ?office|h\\.?o\\.?|ukvi|ukba|immigration|asylum|nass|aspen|port|cid|ho?ref|uan|gwf|brp|arc|bail|evisa|swyddfa gartref|share code)(?![A-Za-z0-9])\\.?' +
    '(?: (?:case|file|card|support|application|appeal|unique|person|id))?( (?:ref(?:erence)?|no|num|number|id|code)(?![A-Za-z0-9])){0,2}\\.?' +
    '(?: (?:is|was|given as|no|number))?[ :#=.\'"(-]{0,4}',
  'gi',
);
const TOKEN =
  /(?:[A-Z]{2,4}[/-])?[A-Z]{0,3}[ .-]?\d(?:[ ./-]?\d){4,15}(?:[/-][A-Z0-9]{1,3})?(?![A-Za-z0-9])/iy;
const LETTER_AND_SEVEN =
  /(?<![A-Za-z0-9/-])[A-Z]([ .-]?\d){7}(?:[/-]\d{1,3})?(?![A-Za-z0-9])/gi;
const PASSPORT =
  /passport|travel doc|\bppt\b|licen[cs]e|invoice|\border\b|policy/;
const WIDE =
  /^(?:home|h\.?o|ukvi|ukba|immigration|asylum|port|bail|swyddfa|aspen)(?!ref)/i;
const OFFICE = /\b(?:home office|h\.?o\.?|ukvi|immigration|asylum)\b/;

function looksDated(token: string): boolean {
  return (
    /^\d{1,2}[ ./-]\d{1,2}[ ./-](?:\d{2}|\d{4})(?!\d)/.test(token) ||
    /^(?:19|20)\d\d[/-]\d\d(?:\d\d)?$/.test(token) ||
    /^(?:on|at|by|in|for|to|of|and|the|was|or|is|has|its) /i.test(token) ||
    /^(?:19|20)\d\d[ ./-]\d{1,2}[ ./-]\d{1,2}$/.test(token)
  );
}

/** Home Office, visa, asylum support and immigration tribunal references. */
export function findHomeOfficeReferences({ text }: { text: string }): Match[] {
  const matches: Match[] = [];
  const add = (start: number, length: number, certainty: Match['certainty']) =>
    matches.push({
      kind: 'home-office-reference',
      start,
      end: start + length,
      certainty,
    });
  for (const shape of OWN_SHAPES) {
    for (const match of text.matchAll(shape))
      add(match.index, match[0].length, 'sure');
  }
  for (const cue of text.matchAll(CUE)) {
    TOKEN.lastIndex = cue.index + cue[0].length;
    const token = TOKEN.exec(text);
    if (!token || looksDated(token[0])) continue;
    // A word must end before its token: "port" is not "ported 12345".
    if (!/[ :#=.'"(-]$/.test(cue[0])) continue;
    // "Asylum 2024" is a subject; "asylum ref 2024 …" and "UAN 12…" are not.
    const named = cue[1] !== undefined || /[:#=]/.test(cue[0]);
    if (!named && WIDE.test(cue[0])) continue;
    // A telephone number after "Home Office" is the telephone detector's.
    if (/^0[1-9]/.test(token[0]) && token[0].replace(/\D/g, '').length > 9)
      continue;
    add(token.index, token[0].length, 'sure');
  }
  for (const match of text.matchAll(LETTER_AND_SEVEN)) {
    const before = textBefore({ text, at: match.index, length: 40 });
    if (PASSPORT.test(before)) continue;
    const office = OFFICE.test(before);
    if (!office && !/^[A-Z]\d{7}(?!\d)/.test(match[0])) continue;
    add(match.index, match[0].length, office ? 'sure' : 'likely');
  }
  return matches;
}
