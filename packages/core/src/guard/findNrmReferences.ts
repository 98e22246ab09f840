import { looksLikeDate } from './cues';
import type { Match } from './finding';

const CUE =
  /\b(?:nrm|sca|iecsa|single competent authority|national referral mechanism)(?: (?:case|referral|file))?( ?(?:ref(?:erence)?|no|num|number|id)\b\.?)*(?: (?:is|was|given as))?[ :#=.'"(-]{0,4}/gi;
const TOKEN =
  /(?:NRM[ /-]?)?[A-Z]{0,3}[ /-]?\d(?:[ ./-]?\d){3,13}[A-Z]?(?![A-Za-z0-9])/iy;
const WHOLE =
  /(?<![A-Za-z0-9])NRM[/-]?(?:[A-Z]{1,3}[/-])?\d(?:[/-]?\d){4,13}(?![A-Za-z0-9])/gi;

/** References of the National Referral Mechanism, given as such. */
export function findNrmReferences({ text }: { text: string }): Match[] {
  const matches: Match[] = [];
  for (const match of text.matchAll(WHOLE)) {
    matches.push({
      kind: 'nrm-reference',
      start: match.index,
      end: match.index + match[0].length,
      certainty: 'sure',
    });
  }
  for (const cue of text.matchAll(CUE)) {
    TOKEN.lastIndex = cue.index + cue[0].length;
    const token = TOKEN.exec(text);
    if (!token || looksLikeDate(token[0])) continue;
    const digits = token[0].replace(/\D/g, '').length;
    const named = cue[1] !== undefined;
    // "NRM 2025" is a year and "NRM 17004 referrals" a count.
    if (!named && digits < 6) continue;
    if (digits < 5 && /^(?:19|20)\d\d$/.test(token[0])) continue;
    matches.push({
      kind: 'nrm-reference',
      start: token.index,
      end: token.index + token[0].length,
      certainty: named ? 'sure' : 'likely',
    });
  }
  return matches;
}
