/** Digits that stand together, as "07700" and "900123" do. */
export interface DigitGroup {
  start: number;
  end: number;
  /** The digits, with O, o, l, I and | inside a number read as 0 and 1. */
  digits: string;
  /** What stands between the group before and this one; far apart: `undefined`. */
  gap: string | undefined;
  /** It may continue the number of the group before. */
  linked: boolean;
  /** All digits of the text, in which this group begins at `offset`. */
  line: { digits: string };
  offset: number;
  /** A letter stands directly before it. */
  afterLetter: boolean;
  /** A letter stands directly after it. */
  beforeLetter: boolean;
}

const LIKE_DIGITS = 'OoIl|';
const GAP = /^[ .\-/()_*~+|\n]{1,5}$/;

function isLetter(character: string | undefined): boolean {
  if (character === undefined) return false;
  const code = character.charCodeAt(0);
  if (code > 127) return /\p{L}/u.test(character);
  return (code > 64 && code < 91) || (code > 96 && code < 123);
}

function plainDigits(found: string): string {
  if (!/\D/.test(found)) return found;
  return found.replace(/[Oo]/g, '0').replace(/[lI|]/g, '1');
}

/** Every group of digits in a canonical text, in order. Linear. */
export function digitGroups({ text }: { text: string }): DigitGroup[] {
  const groups: DigitGroup[] = [];
  const line = { digits: '' };
  const parts: string[] = [];
  let offset = 0;
  for (const match of text.matchAll(/\d[\dOolI|]*/g)) {
    let start = match.index;
    let end = start + match[0].length;
    const previous = groups.at(-1);
    const floor = Math.max(previous?.end ?? 0, start - 4);
    let left = start;
    while (left > floor && LIKE_DIGITS.includes(text[left - 1] ?? ' '))
      left -= 1;
    if (!isLetter(text[left - 1])) start = left;
    if (isLetter(text[end])) {
      while (end > start + 1 && /[OolI]/.test(text[end - 1] ?? '')) end -= 1;
    }
    const between = previous ? text.slice(previous.end, start) : undefined;
    const gap =
      between !== undefined && GAP.test(between) ? between : undefined;
    const afterLetter = isLetter(text[start - 1]);
    const digits = plainDigits(text.slice(start, end));
    groups.push({
      start,
      end,
      digits,
      gap,
      linked: gap !== undefined && !afterLetter && !previous?.beforeLetter,
      line,
      offset,
      afterLetter,
      beforeLetter: isLetter(text[end]),
    });
    parts.push(digits);
    offset += digits.length;
  }
  line.digits = parts.join('');
  return groups;
}

/**
 * Several neighbouring groups read as one number. A class, because hostile
 * text makes tens of thousands and most are dropped after their digits.
 */
export class DigitWindow {
  constructor(
    private readonly groups: readonly DigitGroup[],
    private readonly from: number,
    private readonly to: number,
    /** The digits of all its groups. */
    readonly digits: string,
  ) {}

  /** First position in the canonical text. */
  get start(): number {
    return this.groups[this.from]?.start ?? 0;
  }

  /** One past the last position. */
  get end(): number {
    return this.groups[this.to]?.end ?? 0;
  }

  /** How many groups it takes. */
  get count(): number {
    return this.to - this.from + 1;
  }

  /** The length of each group. */
  get shape(): number[] {
    const inside = this.groups.slice(this.from, this.to + 1);
    return inside.map(group => group.digits.length);
  }

  /** What stands between the groups, joined. */
  get gaps(): string {
    const inside = this.groups.slice(this.from + 1, this.to + 1);
    return inside.map(group => group.gap ?? '').join('');
  }
}

/**
 * The numbers that begin at one group: the group alone, then with the next,
 * and so on, from `shortest` to `longest` digits.
 */
export function windowsFrom({
  groups,
  from,
  shortest,
  longest,
}: {
  groups: readonly DigitGroup[];
  from: number;
  shortest: number;
  longest: number;
}): DigitWindow[] {
  const windows: DigitWindow[] = [];
  const first = groups[from];
  if (!first) return windows;
  let length = 0;
  for (let at = from; at < groups.length; at += 1) {
    const group = groups[at];
    if (!group || (at > from && !group.linked)) break;
    length += group.digits.length;
    if (length > longest) break;
    if (length < shortest) continue;
    const digits = first.line.digits.slice(first.offset, first.offset + length);
    windows.push(new DigitWindow(groups, from, at, digits));
  }
  return windows;
}

/** Whether each digit stands alone, as when a number is spelled out. */
export function isSpelled({ shape }: { shape: readonly number[] }): boolean {
  return (
    shape.length > 5 &&
    shape.filter(length => length === 1).length > shape.length - 3
  );
}
