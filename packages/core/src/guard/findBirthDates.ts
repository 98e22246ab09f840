import type { Match } from './finding';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)\\.?';
const ORDINAL =
  '(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)';
const DAY = `(?:\\d{1,2} ?(?:st|nd|rd|th|ain|fed|ydd|eg)?|${ORDINAL})`;
const TENS = '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)';
const UNITS = '(?:one|two|three|four|five|six|seven|eight|nine|oh|\\d)';
const TEENS =
  '(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)';
const SPOKEN_YEAR = `(?:(?:nineteen|twenty)[ -](?:${TENS}|${TEENS}|oh)(?:[ -]${UNITS})?|(?:two thousand|2 ?000)(?: and)?(?: ${UNITS}| ${TEENS})?|${TENS}(?:[ -]${UNITS})?)`;
const YEAR = `(?:(?:19|20)\\d\\d|'?\\d\\d|${SPOKEN_YEAR})(?!\\d)`;
const SEPARATOR = '[ ]?[ ./,\\-:][ ]?';

const DATE = [
  `(?:19|20)\\d\\d${SEPARATOR}\\d{1,2}${SEPARATOR}\\d{1,2}(?!\\d)`,
  `\\d{1,2}${SEPARATOR}\\d{1,2}${SEPARATOR}(?:(?:19|20)\\d\\d|'?\\d\\d)(?!\\d)`,
  `(?:the )?${DAY}[ ./-]{0,2}(?:o[f'] ?)?(?:the )?${MONTH}(?![a-z])(?:[ ,./-]{0,3}(?:of )?${YEAR})?`,
  `${MONTH}(?![a-z])[ .-]{0,2}(?:the )?${DAY}(?![\\d])(?:[ ,./-]{1,3}${YEAR})?`,
  `(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:(?:19|20)\\d\\d|\\d\\d)(?!\\d)`,
  `${MONTH}(?![a-z])[ ,./-]{1,3}(?:of )?${YEAR}`,
].join('|');

const NOUN =
  "(?:d\\.? ?o\\.? ?b\\.?|date of birth|birth ?-?dates?|birthday|b-?day|dyddiad geni|year of birth|bday)(?:'s)?";
const NOUN_FILLER =
  '(?:[ ]?(?:is|was|are|given as|recorded as|listed as|stated as|shown as|as|down as|falls on|on file|on the form|the|claimed|which is|i think|about|approx|probably|actually|really|said to be|for her|for him|,|;|:|=|-|\\(|"|\'|\\n|>|\\.)){0,4}[ ]?';
const VERB =
  '(?:born|ganwyd|(?:turn(?:s|ed|ing)|will be|is) (?:1[0-9]|[2-6]\\d|eighteen|sixteen|twenty one)|(?<=\\s|^|\\()b\\.(?= ?\\d))';
const VERB_FILLER =
  "(?:[ ]?(?:on|in|around|about|circa|ar|yn|she thinks|he thinks|,|:|-|\\(|the (?=\\d))){0,3}[ ]?(?:(?:in )?[A-Za-z'-]{2,20}(?: [A-Za-z'-]{2,20})?,? on (?:the )?)?";

const NOUN_CUE = new RegExp(
  `(?<![A-Za-z])${NOUN}(?![A-Za-z])${NOUN_FILLER}`,
  'gi',
);
const VERB_CUE = new RegExp(
  `(?<![A-Za-z])${VERB}(?![A-Za-z])${VERB_FILLER}`,
  'gi',
);
const DATE_HERE = new RegExp(DATE, 'iy');
const DATE_BEFORE = new RegExp(
  `(?<![\\d/.-])(?:${DATE})(?=(?: is| was|,| -|:)?[ (]{1,2}(?:(?:her|his|their|as|client's|the|my)(?: (?:given|real|true))? )?(?:${NOUN})(?![A-Za-z]))`,
  'gi',
);
const BIRTH_WORD =
  /birth|born|b-?day|d\.? ?o\.? ?b|geni|ganwyd|turn|\bb\.|will be|\bis \d\d/i;

function isWholeDate(found: string): boolean {
  // "turns 18 in May" and "born May 88" differ by a day or a year.
  return (
    /\d/.test(found) || /(?:th|st|nd|rd|first|second|third)\b/i.test(found)
  );
}

/** Dates given as somebody's date of birth, in figures, words or both. */
export function findBirthDates({ text }: { text: string }): Match[] {
  const matches: Match[] = [];
  if (!BIRTH_WORD.test(text)) return matches;
  for (const cue of [NOUN_CUE, VERB_CUE]) {
    for (const found of text.matchAll(cue)) {
      DATE_HERE.lastIndex = found.index + found[0].length;
      const date = DATE_HERE.exec(text);
      if (!date || !isWholeDate(date[0])) continue;
      const dayKnown =
        /^\D*\d{1,2}\D|\d{4}-\d/.test(date[0]) || /\d{6}/.test(date[0]);
      matches.push({
        kind: 'date-of-birth',
        start: date.index,
        end: date.index + date[0].length,
        certainty: dayKnown ? 'sure' : 'likely',
      });
    }
  }
  for (const date of text.matchAll(DATE_BEFORE)) {
    matches.push({
      kind: 'date-of-birth',
      start: date.index,
      end: date.index + date[0].length,
      certainty: 'sure',
    });
  }
  return matches;
}
