import { textBefore } from './cues';
import type { Match } from './finding';

const PLAIN_TYPES =
  'street|road|rd|avenue|ave|lane|crescent|cres|terrace|boulevard|gardens|gdns|wynd|vennel|mews|parade|esplanade|grove|drive|close|way|court|walk|row|place|square|park|view|hill|rise|green|gate|house|lodge|cottage|villas?|quay|wharf|brae|loan|gait|farm|buildings|mansions|tower|heights|estate|yard|st|str|ln|dr|cl|pl|sq|ct';
const TYPE = new RegExp(`(?<=[A-Za-z'] )(?:${PLAIN_TYPES})\\b`, 'gi');
/** Words that mean a street whatever their case and surroundings. */
const CLEAR =
  /^(?:street|road|rd|avenue|ave|lane|crescent|cres|terrace|boulevard|gardens|gdns|wynd|vennel|mews)$/i;
const NUMBER_WORD =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|thirty|forty|fifty';
const NUMBERED = new RegExp(
  `(?<![A-Za-z0-9£.,/-])((?:\\d{1,4} ?[a-d]?(?:[/-]\\d{1,4}[a-d]?)?|(?:number )?(?:${NUMBER_WORD})),? )((?:[A-Za-z][A-Za-z'.-]{1,20} ){1,3})$`,
  'i',
);
const LIVING =
  /\b(?:liv(?:e|es|ed|ing)|stay(?:s|ed|ing)?|moved|moving|housed|placed|based|accommodated|address(?: is)?|home(?: is)?|hous(?:e|ing) is|flat is|hostel|shes|she's|he's|found|kept|held|lodging|sleeping|resid(?:es|ing)|safe ?house(?: is)?|hotel)(?: (?:her|him|them|back|now|out|with|a|friend))* ?(?:at|on|in|into|to|is|down|:|near)? ?(?:the )?((?:[A-Z][A-Za-z'.-]{1,20} ){1,3})$/;
const CITING =
  /\b(?:section|sections|s|ss|article|art|rule|regulation|reg|paragraph|para|schedule|part|chapter|form|step|level|tier|page|item|case|day|week|the|of|last|next|past|all|about|over|under) $/;
const INSTITUTION =
  /\b(?:crown|county|high|supreme|magistrates'?|family|youth|sheriff|federal|district|appeal|coroner'?s?|sessions|rights|justice|criminal|civil|tribunal|council|labour|home|care|state|open|national|upper|own|front|back|other|same|best|only|long|right|first|second|third|another|which|every|in|to|by|for|from|with|and|or|of|the|a|an|on|no|per|his|her|their|our|this|that|under|half|way|days?|weeks?|months?|years?|minutes?|mins?|hours?|hrs?|miles?|people|women|men|children|cases?|pages?|steps?|more|each|were|was|are|is|sets?|went|short|safe|fast|main|busy|walked|up|down|bus|car|taxi|support|private)\b/i;
const WELSH =
  /(?<![A-Za-z0-9£.,/-])\d{1,4}[a-d]?,? (?:heol|ffordd|stryd|lon|rhodfa|maes|clos|bryn|tan|pen|gerddi|cilgant|teras)(?: (?:y|yr|yr?|[A-Za-z][a-z'-]{1,20})){1,3}/gi;
const ROOM =
  /\b(?:[Rr]oom|[Ff]lat|[Aa]partment|[Aa]pt|[Uu]nit) \d{1,4}[a-d]?,? (?:at |of |in )?(?:the )?(?:[A-Z][A-Za-z'-]{1,20} ){1,3}(?:Hotel|Hostel|House|Court|Lodge|Inn|Apartments|Tower|Point)\b/g;
const STAYING =
  /\b(?:stay(?:s|ed|ing)?|liv(?:es|ed|ing)|placed|housed|moved) (?:at|in|to) (?:the )?((?:[A-Z][A-Za-z'-]{1,20} ){1,3}(?:Hotel|Hostel|Inn|Guest House|Apartments))\b/g;
const FLAT = /\b(?:flat|apt|apartment|block|unit)\b/;

function isCapitalised(words: string): boolean {
  return words
    .trim()
    .split(' ')
    .every(
      word =>
        /^[A-Z]/.test(word) || /^(?:of|the|and|y|yr|le|in|on)$/.test(word),
    );
}

/** The address that ends with the street word at `type`, if there is one. */
function addressEndingAt(
  text: string,
  type: RegExpExecArray,
): Match | undefined {
  const floor = Math.max(0, type.index - 90);
  const before = text.slice(floor, type.index).replace(/\n/g, ';');
  const word = type[0];
  const end = type.index + word.length;
  const numbered = NUMBERED.exec(before);
  if (numbered) {
    const [whole, number = '', names = ''] = numbered;
    const start = type.index - whole.length;
    const lead = textBefore({ text, at: start, length: 45 });
    const living =
      /\b(?:liv|stay|address|moved|house|flat|housed|home|shes|she's|at|door|visit|room)/.test(
        lead.slice(-30),
      );
    const year = /^(?:19|20)\d\d,? $/.test(number);
    const cased = isCapitalised(names) && /^[A-Z]/.test(word);
    const clear = CLEAR.test(word);
    if (INSTITUTION.test(names) || CITING.test(lead) || (year && !living))
      return undefined;
    const spoken = /^(?:number )?[a-z]/i.test(number);
    if (spoken && !(cased || (living && clear))) return undefined;
    if (cased) return { kind: 'street-address', start, end, certainty: 'sure' };
    if (clear || (living && /^\d/.test(number) && word.length > 3))
      return {
        kind: 'street-address',
        start,
        end,
        certainty: living ? 'sure' : 'likely',
      };
    return undefined;
  }
  const living = LIVING.exec(before);
  const names = living?.[1];
  if (names === undefined || INSTITUTION.test(names) || !/^[A-Z]/.test(word))
    return undefined;
  const start = type.index - names.length;
  return {
    kind: 'street-address',
    start,
    end,
    certainty: FLAT.test(before) ? 'sure' : 'likely',
  };
}

/** Number, street name and street word; named houses where somebody stays. */
export function findAddresses({ text }: { text: string }): Match[] {
  const matches: Match[] = [];
  const add = (start: number, found: string, certainty: Match['certainty']) =>
    matches.push({
      kind: 'street-address',
      start,
      end: start + found.length,
      certainty,
    });
  for (const type of text.matchAll(TYPE)) {
    const match = addressEndingAt(text, type);
    if (match) matches.push(match);
  }
  for (const match of text.matchAll(WELSH)) add(match.index, match[0], 'sure');
  for (const match of text.matchAll(ROOM)) add(match.index, match[0], 'sure');
  for (const match of text.matchAll(STAYING)) {
    const [whole, place = ''] = match;
    add(match.index + whole.length - place.length, place, 'likely');
  }
  return matches;
}
