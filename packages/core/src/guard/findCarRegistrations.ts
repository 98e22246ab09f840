import { textBefore } from './cues';
import type { Match } from './finding';

const CURRENT =
  /(?<![A-Za-z0-9-])[A-HJ-PR-Y][A-HJ-PR-Y](?:0[2-9]|[1-3]\d|5[1-9]|[67]\d)[ -]?[A-HJ-PR-Z]{3}(?![A-Za-z0-9-])/gi;
const OLDER =
  /(?<![A-Za-z0-9-])(?:[A-HJ-NPR-TV-Y]\d{1,3} ?[A-Z]{3}|[A-Z]{1,3} ?\d{1,4})(?![A-Za-z0-9-])/gi;
const VEHICLE =
  /\b(?:reg(?:istration|istered|gie)?|number ?plates?|plates?|car|van|vrm|vehicle|transit|lorry|taxi|minibus)\b/;
const PLATE =
  /\b(?:reg(?:istration)?|number ?plates?|plate|vrm)(?: (?:no|number|plate|mark))?(?: (?:is|was))?[ :.=-]{0,3}$/;

/** United Kingdom vehicle registrations, Northern Ireland's included. */
export function findCarRegistrations({ text }: { text: string }): Match[] {
  const matches: Match[] = [];
  const add = (match: RegExpExecArray, certainty: Match['certainty']) =>
    matches.push({
      kind: 'car-registration',
      start: match.index,
      end: match.index + match[0].length,
      certainty,
    });
  for (const match of text.matchAll(CURRENT)) {
    const told = VEHICLE.test(
      textBefore({ text, at: match.index, length: 45 }),
    );
    const upper = match[0] === match[0].toUpperCase();
    if (told) add(match, 'sure');
    else if (upper) add(match, 'likely');
  }
  for (const match of text.matchAll(OLDER)) {
    if (PLATE.test(textBefore({ text, at: match.index, length: 40 })))
      add(match, 'sure');
  }
  return matches;
}
