import { looksLikeDate, speaksOfHealth, speaksOfPhone, textAfter, textBefore } from './cues';
import { isSpelled, windowsFrom, type DigitGroup, type DigitWindow } from './digitGroups';
import type { Certainty, Match } from './finding';
import { PUBLIC_LINES } from './publicLines';

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
  const { shape, gaps } = place.window;
  if (/^07[1-9]\d{8}$/.test(national)) return 'sure';
  if (/[/,*]/.test(gaps)) return undefined;
  if (/^0[12]\d{9}$/.test(national)) return 'sure';
  if (/^0(?:3|5|8|9)\d{9}$/.test(national)) return 'likely';
  const short = /^0(?:1\d{8}|[58]00\d{6})$/.test(national);
  if (short && /^ *$/.test(gaps) && (shape[0] === 5 || shape[0] === 4))
    return 'likely';
  return undefined;
}

function judgeForeign(place: Place): Certainty | undefined {
  const { window, plus, text } = place;
  const { digits, start, gaps } = window;
  if (/[,/*\n]/.test(gaps)) return undefined;
  if (plus && /^[1-9]\d{7,14}$/.test(digits)) return 'sure';
  const told = speaksOfPhone(textBefore({ text, at: start, length: 30 }));
  if (/^00[1-9]\d{8,12}$/.test(digits)) return told ? 'sure' : 'likely';
  return undefined;
}

/** Mobile without its 0, or a number without its area code: only if told. */
function judgeBare({ text, window }: Place): Certainty | undefined {
  const { digits, start, end, shape, gaps } = window;
  const before = textBefore({ text, at: start, length: 30 });
  if (looksLikeDate(text.slice(start, end))) return undefined;
  if (/^7[1-9]\d{8}$/.test(digits) && !speaksOfHealth(before)) {
    if (speaksOfPhone(before)) return 'sure';
    return shape[0] === 4 && /^[ -]+$/.test(gaps) ? 'likely' : undefined;
  }
  const local = shape.length === 1 ? /^[2-9]\d{5,7}$/ : /^[2-9]\d{6,7}$/;
  const told =
    /\b(?:tel|phone|telephone|mob|mobile|landline|fax|ring (?:her|him|them|me)(?: on)?|(?:phone|mobile|landline|tel) (?:no|num|number|is|number is)) ?[:.=-]? ?$/;
  const grouped = shape.length === 1 || (shape.length === 2 && (shape[0] ?? 0) >= 3);
  return local.test(digits) && grouped && /^[ -]*$/.test(gaps) && told.test(before)
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

/** Where a "+" that opens the number stands, or -1. */
function plusBefore(text: string, start: number): number {
  const opening = /\+ ?\(? ?$/.exec(text.slice(Math.max(0, start - 4), start));
  return opening ? start - opening[0].length : -1;
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
    let best: { window: DigitWindow; certainty: Certainty } | undefined;
    let known: DigitWindow | undefined;
    for (const window of windowsFrom({ groups, from, longest: 15 })) {
      if (window.digits.length < 6) continue;
      const last = groups[from + window.shape.length - 1];
      if (!last || !mayEndAt(window, last)) continue;
      const place = { text, window, plus: plusAt >= 0 };
      if (isPublic(place)) known = window;
      const certainty = judge(place);
      if (certainty) best = { window, certainty };
    }
    const chosen = known ?? best?.window;
    if (!chosen) continue;
    from += chosen.shape.length - 1;
    if (known || !best) continue;
    const bracket = text[group.start - 1] === '(' && text.slice(chosen.start, chosen.end).includes(')');
    const money = /^ ?(?:pounds|gbp|%|per cent)/.test(textAfter({ text, at: chosen.end }));
    if (money) continue;
    const start = plusAt >= 0 ? plusAt : bracket ? chosen.start - 1 : chosen.start;
    matches.push({ kind: 'phone', start, end: chosen.end, certainty: best.certainty });
  }
  return matches;
}
