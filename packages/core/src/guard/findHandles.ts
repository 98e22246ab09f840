import { textAfter } from './cues';
import type { Match } from './finding';

const PLATFORM =
  '(?:instagram|insta|ig|facebook|fb|tik ?tok|twitter|snap ?chat|snap|telegram|whats ?app|linkedin|youtube|messenger|onlyfans|discord|threads|vk|wechat|kik|line id)';
const HANDLE = '@?[A-Za-z0-9_][A-Za-z0-9_.-]{2,29}';
const SIGN =
  /(?<![A-Za-z0-9._@/\])-])@([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,28}[A-Za-z0-9_])?)(?![A-Za-z0-9@])/g;
const URL =
  /(?<![A-Za-z0-9-])(?:www\.|m\.|web\.)?(?:facebook|fb|instagram|instagr|tiktok|twitter|x|snapchat|linkedin|youtube|t|telegram|wa|vk|onlyfans|threads)\.(?:com|me|am|net|gg)\/[^\s<>"')\]]{2,80}/gi;
const NAMED = new RegExp(
  `(?<![A-Za-z])${PLATFORM}(?:'s)?(?: (?:account|profile|page))?,? ?-?(?:(?:user ?name|handle|user|id|tag|@)(?: is| was)?|(?:user |screen |account )?name(?: is)?|under(?: the name(?: of)?)?|by the name(?: of)?)[ :='"-]{1,4}(${HANDLE})`,
  'gi',
);
const SHAPED = new RegExp(
  `(?<![A-Za-z])${PLATFORM}(?: (?:account|profile|page))?(?: (?:as|is|was|called|she'?s|he'?s|its|it's))?[ :=,'"-]{1,3}(${HANDLE})`,
  'gi',
);
const ON = new RegExp(
  `(?<![A-Za-z0-9@._-])(${HANDLE}) (?:on|via) (?:her |his |the )?${PLATFORM}(?![A-Za-z])`,
  'gi',
);
const HANDLED =
  /(?<![A-Za-z])(?:user ?name|handle|screen name|gamertag)(?: (?:is|was|there is))?[ :='"-]{1,4}(@?[A-Za-z0-9_][A-Za-z0-9_.-]{2,29})/gi;
const COMMON =
  /^(?:is|was|were|and|the|for|that|this|not|has|had|are|with|from|but|she|her|his|him|they|them|who|which|account|accounts|profile|page|messages?|name|unknown|removed|hidden|changed|blocked|being|been|deleted|password|known|there|does|did|on|of|or|he|be|to|in)$/i;
const NOT_AFTER_SIGN =
  /^(?:\d{1,2}(?:[.:]\d\d)?(?:am|pm|hrs?|ish)?|\d+(?:\.\d+)?|home|work|court|all|everyone|here|team|hub|the|my|our|his|her|school|hospital|office|noon|midday|midnight|lunch|least|last|risk|once|present|media|import|a|an|about|around|approx|any|param|returns|see|type|types)$/i;

/** Letters mixed with figures, an underscore or an inner full stop. */
function isShaped(handle: string): boolean {
  if (handle.startsWith('@')) return true;
  if (/^[\d.-]+(?:am|pm|st|nd|rd|th|k|m)?$/i.test(handle)) return false;
  if (/_/.test(handle)) return true;
  if (/[A-Za-z]\.[A-Za-z0-9]/.test(handle))
    return !/\.(?:com|co|uk|org|net|me)(?:\.|$)/i.test(handle);
  return (
    /[A-Za-z]/.test(handle) &&
    /\d/.test(handle) &&
    !/^(?:\d+(?:st|nd|rd|th)|covid-?19|g[78]|mg\d+|n\d+)$/i.test(handle)
  );
}

/** Account names and profile addresses on social platforms. */
export function findHandles({ text }: { text: string }): Match[] {
  const matches: Match[] = [];
  const add = (start: number, found: string, certainty: Match['certainty']) => {
    const trimmed = found.replace(/[.,;:'"-]+$/, '');
    matches.push({
      kind: 'social-handle',
      start,
      end: start + trimmed.length,
      certainty,
    });
  };
  for (const match of text.matchAll(SIGN)) {
    const [whole, name = ''] = match;
    const after = textAfter({
      text,
      at: match.index + whole.length,
      length: 2,
    });
    // "@scope/package" is code, "@ 10am" a time, "@home" a way of writing "at".
    if (
      NOT_AFTER_SIGN.test(name) ||
      after.startsWith('/') ||
      after.startsWith('(')
    )
      continue;
    add(match.index, whole, 'sure');
  }
  for (const match of text.matchAll(URL)) add(match.index, match[0], 'sure');
  for (const [shape, shaped] of [
    [NAMED, false],
    [HANDLED, false],
    [SHAPED, true],
  ] as const) {
    for (const match of text.matchAll(shape)) {
      const [whole, handle = ''] = match;
      if (
        COMMON.test(handle) ||
        (shaped && !isShaped(handle.replace(/[.-]+$/, '')))
      )
        continue;
      add(
        match.index + whole.length - handle.length,
        handle,
        shaped ? 'likely' : 'sure',
      );
    }
  }
  for (const match of text.matchAll(ON)) {
    const [, handle = ''] = match;
    if (isShaped(handle)) add(match.index, handle, 'likely');
  }
  return matches;
}
