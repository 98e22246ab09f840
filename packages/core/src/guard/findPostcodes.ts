import { textBefore } from './cues';
import type { Match } from './finding';

const AREAS = new Set(
  (
    'AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY ' +
    'E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN ' +
    'LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP ' +
    'SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE'
  ).split(' '),
);

const TOGETHER =
  /(?<![A-Za-z0-9])([A-Z]{1,2})([0-9lI][0-9A-Z]?)[ ._/\n-]{0,3}([0-9Oo][ABD-HJLNP-UW-Z]{2})(?![A-Za-z0-9])/gi;
const SPELLED =
  /(?<![A-Za-z0-9])([A-Z])[ .,-]{0,2}([A-Z])?[ .,-]{0,2}(\d)[ .,-]{0,2}([0-9A-Z])?[ .,-]{1,4}(\d)[ .,-]{0,2}([ABD-HJLNP-UW-Z])[ .,-]{0,2}([ABD-HJLNP-UW-Z])(?![A-Za-z0-9])/gi;
const SPECIAL =
  /(?<![A-Za-z0-9])(?:GIR[ .-]{0,3}[0O]AA|BFPO[ -]?\d{1,4})(?![A-Za-z0-9])/gi;
// "1st", "3rd", "5th" after "route B2" are not the end of a postcode.
const ORDINAL = /^(?:1st|2nd|3rd|[04-9]th|\d(?:hr|pt|gb|nd|st|rd|th))$/;
const UNIT = /^\d(?:GB|TB|HR|PT|LB)$/;

/** Whether letters and figures make a postcode that could exist. */
function isOutward(area: string, district: string): boolean {
  if (!AREAS.has(area.toUpperCase())) return false;
  const figures = district.replace(/[lI]/g, '1').toUpperCase();
  return /^\d{1,2}$|^\d[A-HJKMNP-Y]$/.test(figures);
}

/** Full United Kingdom postcodes; a district alone ("SE1") is not one. */
export function findPostcodes({ text }: { text: string }): Match[] {
  const matches: Match[] = [];
  const add = (start: number, found: string, certainty: Match['certainty']) =>
    matches.push({
      kind: 'postcode',
      start,
      end: start + found.length,
      certainty,
    });
  for (const match of text.matchAll(TOGETHER)) {
    const [whole, area = '', district = '', inward = ''] = match;
    if (!isOutward(area, district) || ORDINAL.test(inward)) continue;
    const told = /post ?code|\bpc\b|cod post/.test(
      textBefore({ text, at: match.index, length: 25 }),
    );
    if (UNIT.test(inward.toUpperCase()) && !told) continue;
    const plain = /^\d/.test(inward) && /^\d/.test(district);
    const oneCase =
      whole === whole.toUpperCase() || whole === whole.toLowerCase();
    if (!plain && !oneCase && !told) continue;
    add(match.index, whole, plain || told ? 'sure' : 'likely');
  }
  for (const match of text.matchAll(SPELLED)) {
    const [whole, first = '', second = '', figure = '', extra = ''] = match;
    if (!isOutward(first + second, figure + extra)) continue;
    const told = /post ?code|\bpc\b/.test(
      textBefore({ text, at: match.index, length: 25 }),
    );
    if (!told && whole !== whole.toUpperCase()) continue;
    add(match.index, whole, 'likely');
  }
  for (const match of text.matchAll(SPECIAL))
    add(match.index, match[0], 'sure');
  return matches;
}
