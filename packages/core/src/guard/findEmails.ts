import { textBefore } from './cues';
import type { Match } from './finding';

const PROVIDER =
  '(?:gmail|googlemail|hotmail|outlook|yahoo|ymail|icloud|proton|protonmail|live|msn|aol|btinternet|sky|virginmedia|mail|gmx|tutanota|example)';
const ENDING =
  '(?:com|co ?[.,] ?uk|co ?dot ?uk|org ?[.,] ?uk|org ?dot ?uk|couk|uk|org|net|info|cymru|wales|scot|eu|ie|ro|pl|vn|al|ng|me|io|ac|gov|edu|test|invalid)';
const LOCAL_BEFORE =
  /[A-Za-z0-9_%+'-](?:[A-Za-z0-9._%+'-]|(?: dot | \. ?)(?=[A-Za-z0-9])){0,63}$/i;
const DOMAIN_AFTER =
  /^ {0,2}(?:[A-Za-z0-9-]{1,40}(?: {0,2}[.,] {0,1}| dot |[[({] ?(?:dot|\.) ?[\])}]| ?[[({]dot[\])}] ?)){1,4}[A-Za-z]{2,12}(?![A-Za-z0-9-])/i;
const BARE_PROVIDER = new RegExp(`^ {0,2}${PROVIDER}(?![A-Za-z0-9])`, 'i');
const SPOKEN =
  / {0,2}(?:[[({<] ?at ?[\])}>]|(?<= )at(?= )|-at-|_at_|\(a\)|\[@\]) {0,2}/gi;
const SPOKEN_DOMAIN = new RegExp(
  `^(?:[A-Za-z0-9-]{1,40}(?: ?(?:[[({] ?(?:dot|\\.) ?[\\])}]|-dot-|_dot_) ?| dot )){1,4}${ENDING}(?![A-Za-z0-9])`,
  'i',
);
const LITERAL_DOMAIN = new RegExp(
  `^(?:[A-Za-z0-9-]{1,40}[.]){1,3}${ENDING}(?![A-Za-z0-9])`,
  'i',
);
const PROVIDER_DOMAIN = new RegExp(
  `^${PROVIDER} ?[. ] ?${ENDING}(?![A-Za-z0-9])`,
  'i',
);
const SPACED = new RegExp(
  `(?<![A-Za-z0-9])([A-Za-z][A-Za-z0-9._-]{3,40}) (?:gmail|hotmail|yahoo|icloud|outlook)(?: ?\\. ?| dot | )(?:com|co ?(?:\\.|dot) ?uk)(?![A-Za-z])`,
  'gi',
);
const NOT_LOCAL =
  /^(?:look|available|sign|log|in|online|me|us|them|is|mail|account|up|found|found|arrived|work|emails?|based|use|using|her|his|the|a|old|new|my|their|to|from|via|through|on|with)$/i;

/** Where the part before the "@" begins. */
function localStart(text: string, at: number): number | undefined {
  const floor = Math.max(0, at - 64);
  let end = at;
  while (end > floor && at - end < 2 && text[end - 1] === ' ') end -= 1;
  let start = end;
  while (start > floor) {
    if (/[A-Za-z0-9._%+'-]/.test(text[start - 1] ?? '')) start -= 1;
    else if (/ dot $/i.test(text.slice(Math.max(0, start - 5), start)))
      start -= 5;
    else break;
  }
  while (start < end && /[.'+%-]/.test(text[start] ?? '')) start += 1;
  return start < end && LOCAL_BEFORE.test(text.slice(start, end))
    ? start
    : undefined;
}

function findSpoken(text: string): Match[] {
  const matches: Match[] = [];
  for (const match of text.matchAll(SPOKEN)) {
    const after = match.index + match[0].length;
    const rest = text.slice(after, after + 120);
    const bracketed = /[[({<\-_]/.test(match[0]);
    const domain =
      SPOKEN_DOMAIN.exec(rest) ??
      PROVIDER_DOMAIN.exec(rest) ??
      (bracketed ? LITERAL_DOMAIN.exec(rest) : null);
    const start = localStart(text, match.index);
    if (!domain || start === undefined) continue;
    if (!bracketed && NOT_LOCAL.test(text.slice(start, match.index).trim()))
      continue;
    matches.push({
      kind: 'email',
      start,
      end: after + domain[0].length,
      certainty: 'sure',
    });
  }
  return matches;
}

/** E-mail addresses, written with signs or with "at" and "dot". */
export function findEmails({ text }: { text: string }): Match[] {
  const matches = findSpoken(text);
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const rest = text.slice(at + 1, at + 140);
    const start = localStart(text, at);
    if (start === undefined) continue;
    const domain = DOMAIN_AFTER.exec(rest);
    const spaced =
      text[at - 1] === ' ' ||
      rest.startsWith(' ') ||
      /[ ,]/.test(domain?.[0] ?? '');
    // "we met @ example. After" is a sentence unless a known ending follows.
    const known =
      domain &&
      new RegExp(`(?:[., ]|dot |[\\])}])${ENDING}$`, 'i').test(domain[0]);
    if (domain && (!spaced || known)) {
      matches.push({
        kind: 'email',
        start,
        end: at + 1 + domain[0].length,
        certainty: spaced ? 'likely' : 'sure',
      });
      continue;
    }
    const provider = BARE_PROVIDER.exec(rest);
    if (provider)
      matches.push({
        kind: 'email',
        start,
        end: at + 1 + provider[0].length,
        certainty: 'likely',
      });
  }
  for (const match of text.matchAll(SPACED)) {
    const [whole, local = ''] = match;
    const told = /e-?mail|address|write/.test(
      textBefore({ text, at: match.index, length: 30 }),
    );
    if (
      NOT_LOCAL.test(local) ||
      (!told && !/[\d._]/.test(local) && !/ dot |\./.test(whole))
    )
      continue;
    matches.push({
      kind: 'email',
      start: match.index,
      end: match.index + whole.length,
      certainty: 'likely',
    });
  }
  return matches;
}
