import type { Certainty, Match } from './finding';
import { readLowerName, readName } from './readName';

interface NameCue {
  /** Ends exactly where the name begins. */
  pattern: RegExp;
  certainty: Certainty;
  /** Whether a name without capitals counts. */
  lower?: boolean;
  afterTitle?: boolean;
}

const OWNER =
  "(?:her|his|their|my|whose|the|client'?s?|survivor'?s?|victim'?s?|person'?s|woman'?s|man'?s|child'?s|daughter'?s|son'?s|full|real|true|birth|maiden|legal|married|proper|first|last|given|middle|trafficker'?s|exploiter'?s|husband'?s|partner'?s|sister'?s|brother'?s|mother'?s|mum'?s|dad'?s|friend'?s|baby'?s)";
const QUOTE = '["\'(]?';
const PERSON =
  '(?:woman|man|girl|boy|lady|guy|bloke|person|client|survivor|victim|lad|teenager|friend|sister|brother|mother|mum|father|dad|husband|wife|son|daughter|partner|boyfriend|girlfriend|trafficker|exploiter|boss|gangmaster|someone|somebody|landlord|cousin|uncle|aunt|baby|child|kid|worker|neighbour)';
const RELATION =
  '(?:daughter|son|husband|wife|sister|brother|mother|mum|father|dad|boyfriend|girlfriend|ex|friend|cousin|uncle|aunt|auntie|baby|trafficker|exploiter|fiance|fiancee|child|kid|nephew|niece|grandmother|toddler|twins?)';

const CUES: readonly NameCue[] = [
  {
    pattern: new RegExp(
      `\\b(?:${OWNER} ){1,3}(?:(?:sur|fore|nick|user)?name|alias)(?:'s|s| is| was|:| -| =)(?: (?:is|actually|really|now|spelt|spelled))?:? ?${QUOTE}`,
      'gi',
    ),
    certainty: 'sure',
    lower: true,
  },
  {
    pattern: new RegExp(
      `\\b(?:surname|forenames?|real name|first name|last name|family name|given names?|maiden name|full name|middle name|alias|nickname|cyfenw|enw llawn)(?: (?:is|was|of))?[ :=-]{1,3}${QUOTE}`,
      'gi',
    ),
    certainty: 'sure',
    lower: true,
  },
  {
    pattern: new RegExp(
      `(?:^|\\n|[,;(])[ ]?(?:name|client name|client|survivor|victim|patient|re|enw|applicant|claimant|appellant|alias|survivor name|victim name)s?(?: ?[:=]| -) ?${QUOTE}`,
      'gi',
    ),
    certainty: 'sure',
  },
  {
    pattern: new RegExp(
      `(?:^|\\n|[,;(])[ ]?(?:name|client name|survivor name|enw) ?[:=] ?${QUOTE}`,
      'gi',
    ),
    certainty: 'likely',
    lower: true,
  },
  {
    pattern: new RegExp(
      `\\b(?:my|our|the|this|a|new|another|for|with|supporting|met) (?:\\w{1,12} )?(?:client|survivor|victim)s?,? ?${QUOTE}`,
      'gi',
    ),
    certainty: 'likely',
  },
  {
    pattern: new RegExp(`\\b(?:client|survivor) (?=[A-Z])`, 'g'),
    certainty: 'likely',
  },
  {
    pattern: new RegExp(
      `(?:\\b${PERSON}|\\b(?:she|he|they|who|and|shes|hes|she's|he's|${PERSON}) (?:is|was|are|were|'s|gets|got|goes)|\\b(?:she|he|who|they)'(?:s|re)|\\b(?:shes|hes))(?: (?:also|now|actually|usually))? (?:called|named|cld) ${QUOTE}`,
      'gi',
    ),
    certainty: 'sure',
    lower: true,
  },
  {
    pattern: new RegExp(
      `\\b(?:she|he|they|who|${PERSON}|is|are|was)(?: is| was|'s|,)? (?:also |better |otherwise )?(?:known|goes|going|referred to) (?:as|by)(?: the name(?: of)?)? ${QUOTE}`,
      'gi',
    ),
    certainty: 'likely',
  },
  {
    pattern: new RegExp(
      `\\b(?:goes|going) by(?: the name(?: of)?)? ${QUOTE}`,
      'gi',
    ),
    certainty: 'sure',
    lower: true,
  },
  {
    pattern: new RegExp(`\\b(?:a\\.?k\\.?a\\.?|alias) ${QUOTE}`, 'gi'),
    certainty: 'sure',
    lower: true,
  },
  {
    pattern: new RegExp(
      `\\b(?:her|his|their|my|whose|survivor's|client's|the) (?:\\w{1,10} )?${RELATION},? ${QUOTE}(?=\\p{Lu}|\\p{Lo})`,
      'giu',
    ),
    certainty: 'likely',
  },
  {
    pattern:
      /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Mme|Mister|Missus|Madam|Auntie|MR|MRS|DR)\.? (?!Justice\b|Recorder\b)(?=\S)/g,
    certainty: 'sure',
    afterTitle: true,
  },
  {
    pattern:
      /\b(?:ei henw|ei enw|enw'r cleient) (?:hi |ef |e |o )?(?:yw|ydy) /gi,
    certainty: 'sure',
  },
  {
    pattern:
      /\b(?:i am supporting|i'm supporting|im supporting|supporting|i support|signed|dear|on behalf of|referral for|appointment for) (?=[A-Z][a-z]+ [A-Z][a-z])/gi,
    certainty: 'likely',
  },
  { pattern: /\bDear (?=[A-Z][a-z])/g, certainty: 'likely' },
];

const LOWER_TITLE = /\b(?:mr|mrs|ms|Mr|Mrs)\.? (?=[a-z])/g;

/** Names given as such: after a cue, a title or a relation. */
export function findNames({ text }: { text: string }): Match[] {
  const matches: Match[] = [];
  const add = (start: number, end: number, certainty: Certainty) =>
    matches.push({ kind: 'person-name', start, end, certainty });
  for (const { pattern, certainty, lower, afterTitle } of CUES) {
    for (const cue of text.matchAll(pattern)) {
      const at = cue.index + cue[0].length;
      const end = readName({ text, at, afterTitle: afterTitle ?? false });
      if (end !== undefined) {
        add(at, end, certainty);
        continue;
      }
      const lowerEnd = lower ? readLowerName({ text, at }) : undefined;
      if (lowerEnd !== undefined) add(at, lowerEnd, 'likely');
    }
  }
  for (const cue of text.matchAll(LOWER_TITLE)) {
    const at = cue.index + cue[0].length;
    const end = readLowerName({ text, at, longest: 1 });
    if (end !== undefined) add(at, end, 'likely');
  }
  return matches;
}
