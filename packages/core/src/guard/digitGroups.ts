/** Digits that stand together, as "07700" and "900123" do. */
export interface DigitGroup {
  start: number;
  end: number;
  /** The digits, with O, o, l, I and | inside a number read as 0 and 1. */
  digits: string;
  /** What stands between the group before and this one; far apart: `undefined`. */
  gap: string | undefined;
  /** A letter stands directly before it. */
  afterLetter: boolean;
  /** A letter stands directly after it. */
  beforeLetter: boolean;
}

const GAP = /^[ .\-/()_,*~+|\n]{1,5}$/;
const isLetter = (character: string | undefined) =>
  character !== undefined && /\p{L}/u.test(character);

/** Every group of digits in a canonical text, in order. Linear. */
export function digitGroups({ text }: { text: string }): DigitGroup[] {
  const groups: DigitGroup[] = [];
  for (const match of text.matchAll(/\d[\dOolI|]*/g)) {
    let start = match.index;
    let end = start + match[0].length;
    const previous = groups.at(-1);
    const floor = Math.max(previous?.end ?? 0, start - 4);
    let left = start;
    while (left > floor && /[OoIl|]/.test(text[left - 1] ?? '')) left -= 1;
    if (!isLetter(text[left - 1])) start = left;
    if (isLetter(text[end])) {
      while (end > start + 1 && /[OolI]/.test(text[end - 1] ?? '')) end -= 1;
    }
    const between = previous ? text.slice(previous.end, start) : undefined;
    groups.push({
      start,
      end,
      digits: text.slice(start, end).replace(/[Oo]/g, '0').replace(/[lI|]/g, '1'),
      gap: between !== undefined && GAP.test(between) ? between : undefined,
      afterLetter: isLetter(text[start - 1]),
      beforeLetter: isLetter(text[end]),
    });
  }
  return groups;
}

/** Several neighbouring groups read as one number. */
export interface DigitWindow {
  start: number;
  end: number;
  digits: string;
  /** The length of each group. */
  shape: number[];
  /** What stands between the groups, joined. */
  gaps: string;
}

/**
 * The numbers that begin at one group: the group alone, then with the next,
 * and so on up to `longest` digits.
 */
export function windowsFrom({
  groups,
  from,
  longest,
}: {
  groups: readonly DigitGroup[];
  from: number;
  longest: number;
}): DigitWindow[] {
  const windows: DigitWindow[] = [];
  const first = groups[from];
  if (!first) return windows;
  let digits = '';
  let gaps = '';
  const shape: number[] = [];
  for (let at = from; at < groups.length; at += 1) {
    const group = groups[at];
    if (!group || (at > from && group.gap === undefined)) break;
    if (at > from && (group.afterLetter || groups[at - 1]?.beforeLetter)) break;
    digits += group.digits;
    if (digits.length > longest) break;
    shape.push(group.digits.length);
    if (at > from) gaps += group.gap ?? '';
    windows.push({
      start: first.start,
      end: group.end,
      digits,
      shape: [...shape],
      gaps,
    });
  }
  return windows;
}

/** Whether each digit stands alone, as when a number is spelled out. */
export function isSpelled({ shape }: { shape: readonly number[] }): boolean {
  return shape.length > 5 && shape.filter(length => length === 1).length > shape.length - 3;
}
