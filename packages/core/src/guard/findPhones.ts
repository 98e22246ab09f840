import {
  looksLikeDate,
  speaksOfHealth,
  speaksOfPhone,
  textAfter,
  textBefore,
} from './cues';
import {
  isSpelled,
  windowsFrom,
  type DigitGroup,
  type DigitWindow,
} from './digitGroups';
import type { Certainty, Match } from './finding';
import { PUBLIC_LINES } from './publicLines';

/** Ends with words that announce a number without its area code. */
const TOLD =
  /\b(?:tel|phone|telephone|mob|mobile|landline|fax|ring (?:her|him|them|me)(?: on)?|(?:phone|mobile|landline|tel) (?:no|num|number|is|number is)) ?[:.=-]? ?$/;

interface Place {
  text: string;
  window: DigitWindow;
  plus: boolean;
}

/** The number as dialled within the UK, or `undefined` if it is not one. */
function nationalNumber({ window, plus }: Place): string | undefined {
  const { digits } = window;
  if (digits.startsWith('0044')) return `0${digits.slice(4).replace(/^0/, '')}`;
  if (digits.startsWith('44') && (plus || digits.length > 11))
    return `0${digits.slice(2).replace(/^0/, '')}`;
  return digits.startsWith('0') && !plus ? digits : undefined;
}

function judgeNational(place: Place, national: string): Certainty | undefined {
  if (!/^0\d{9,10}$/.test(national)) return undefined;
  const { shape, gaps } = place.window;
  if (/^07[1-9]\d{8}$/.test(national)) return 'sure';
  if (/[/*]/.test(gaps)) return undefined;
  if (/^0[12]\d{9}$/.test(national)) return 'sure';
  if (/^0(?:3|5|8|9)\d{9}$/.test(national)) return 'likely';
  const short = /^0(?:1\d{8}|[58]00\d{6})$/.test(national);
  if (short && /^ *$/.test(gaps) && (shape[0] === 5 || shape[0] === 4))
    return 'likely';
  return undefined;
}

function judgeForeign(place: Place): Certainty | undefined {
  const { window, plus, text } = place;
  const { digits, start } = window;
  const shaped = plus ? /^[1-9]\d{7,14}$/ : /^00[1-9]\d{8,12}$/;
  if (!shaped.test(digits) || /[/*\n]/.test(window.gaps)) return undefined;
  if (plus) return 'sure';
  const told = speaksOfPhone(textBefore({ text, at: start, length: 30 }));
  return told ? 'sure' : 'likely';
}

/** Mobile without its 0, or a number without its area code: only if told. */
function judgeBare({ text, window }: Place): Certainty | undefined {
  const { digits, start, end } = window;
  if (!/^(?:7[1-9]\d{8}|[2-9]\d{5,7})$/.test(digits)) return undefined;
  const { shape, gaps } = window;
  const before = textBefore({ text, at: start, length: 30 });
  if (looksLikeDate(text.slice(start, end))) return undefined;
  if (/^7[1-9]\d{8}$/.test(digits) && !speaksOfHealth(before)) {
    if (speaksOfPhone(before)) return 'sure';
    return shape[0] === 4 && /^[ -]+$/.test(gaps) ? 'likely' : undefined;
  }
  const local = shape.length === 1 ? /^[2-9]\d{5,7}$/ : /^[2-9]\d{6,7}$/;
  const grouped =
    shape.length === 1 || (shape.length === 2 && (shape[0] ?? 0) >= 3);
  return local.test(digits) &&
    grouped &&
    /^[ -]*$/.test(gaps) &&
    TOLD.test(before)
    ? 'likely'
    : undefined;
}

function judge(place: Place): Certainty | undefined {
  const national = nationalNumber(place);
  if (national !== undefined) {
    const certainty = judgeNational(place, national);
    if (certainty !== undefined) return certainty;
  }
  return judgeForeign(place) ?? (place.plus ? undefined : judgeBare(place));
}

function isPublic(place: Place): boolean {
  const national = nationalNumber(place);
  return national !== undefined && PUBLIC_LINES.has(national);
}

/** "01/2026 14:30" must not be read from its second part on. */
function beginsInside(group: DigitGroup): boolean {
  return (
    group.gap !== undefined &&
    /^[/.-]$/.test(group.gap) &&
    !/^07\d{3}/.test(group.digits)
  );
}

function mayEndAt(window: DigitWindow, last: DigitGroup): boolean {
  if (last.beforeLetter && last.digits.length < 3) return false;
  const alone = window.shape.at(-1) === 1 && window.shape.length > 1;
  return !alone || isSpelled(window) || window.shape.at(-2) === 1;
}

/**
 * How many digits a number with this beginning can have: a cheap look that
 * spares most groups the rest.
 */
function possibleLengths({
  text,
  groups,
  from,
  plus,
}: {
  text: string;
  groups: readonly DigitGroup[];
  from: number;
  plus: boolean;
}): { shortest: number; longest: number } | undefined {
  if (plus) return { shortest: 8, longest: 15 };
  const group = groups[from];
  const head = group?.line.digits.slice(group.offset, group.offset + 3) ?? '';
  if (/^0[1-35789]/.test(head)) return { shortest: 10, longest: 11 };
  if (/^00[1-9]/.test(head)) return { shortest: 11, longest: 15 };
  if (/^44/.test(head)) return { shortest: 11, longest: 13 };
  if (/^7[1-9]/.test(head)) return { shortest: 6, longest: 10 };
  if (!/^[2-9]/.test(head)) return undefined;
  const before = textBefore({ text, at: group?.start ?? 0, length: 30 });
  return TOLD.test(before) ? { shortest: 6, longest: 8 } : undefined;
}

/** Where a "+" that opens the number stands, or -1. */
function plusBefore(text: string, start: number): number {
  const opening = /\+ ?\(? ?$/.exec(text.slice(Math.max(0, start - 4), start));
  return opening ? start - opening[0].length : -1;
}

/** "(028) 9649 6012" begins at its bracket. */
function withBracket(text: string, { start, end }: DigitWindow): number {
  const opened =
    text[start - 1] === '(' && text.slice(start, end).includes(')');
  return opened ? start - 1 : start;
}

/** UK and international telephone numbers in any spacing. */
export function findPhones({
  text,
  groups,
}: {
  text: string;
  groups: readonly DigitGroup[];
}): Match[] {
  const matches: Match[] = [];
  for (let from = 0; from < groups.length; from += 1) {
    const group = groups[from];
    if (!group || beginsInside(group)) continue;
    if (group.afterLetter && !/^0?7/.test(group.digits)) continue;
    if (text[group.start - 1] === '£') continue;
    const plusAt = plusBefore(text, group.start);
    const plus = plusAt >= 0;
    const lengths = possibleLengths({ text, groups, from, plus });
    if (!lengths) continue;
    let best: { window: DigitWindow; certainty: Certainty } | undefined;
    let known: DigitWindow | undefined;
    for (const window of windowsFrom({ groups, from, ...lengths })) {
      const last = groups[from + window.count - 1];
      const place = { text, window, plus };
      if (isPublic(place)) known = window;
      const certainty = judge(place);
      if (certainty && last && mayEndAt(window, last))
        best = { window, certainty };
    }
    const chosen = known ?? best?.window;
    if (!chosen) continue;
    from += chosen.count - 1;
    if (known || !best) continue;
    const money = /^ ?(?:pounds|gbp|%|per cent)/.test(
      textAfter({ text, at: chosen.end }),
    );
    if (money) continue;
    matches.push({
      kind: 'phone',
      start: plus ? plusAt : withBracket(text, chosen),
      end: chosen.end,
      certainty: best.certainty,
    });
  }
  return matches;
}
