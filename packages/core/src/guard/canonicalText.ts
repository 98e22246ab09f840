import { digitOfScript, LOOKALIKES } from './lookalikes';

/** A text brought to plain characters that still knows where each came from. */
export interface CanonicalText {
  text: string;
  /** For each canonical code unit, where its original begins. */
  starts: number[];
  /** For each canonical code unit, one past where its original ends. */
  ends: number[];
}

const INVISIBLE =
  /[\p{Cf}\p{Cc}\u034f\u115f\u1160\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;
const MARK = /^[\p{M}\u20e3]$/u;
const SPACE = /^\s$/u;

/** What one character beyond ASCII stands for; `''` where it is invisible. */
function plainForm(character: string, codePoint: number): string {
  // Han and Hangul have nothing to fold and would be slow to decompose.
  if (codePoint >= 0x3400 && codePoint <= 0x9fff) return character;
  if (codePoint >= 0xac00 && codePoint <= 0xd7a3) return character;
  const lookalike = LOOKALIKES.get(codePoint);
  if (lookalike !== undefined) return lookalike;
  if (codePoint === 0x2028 || codePoint === 0x2029) return '\n';
  if (INVISIBLE.test(character)) return '';
  if (SPACE.test(character)) return ' ';
  const digit = digitOfScript(codePoint);
  if (digit !== undefined) return digit;
  if (MARK.test(character)) return '';
  const folded = character.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
  return folded.length > 0 && folded.length <= 4 ? folded : character;
}

function plainAscii(code: number, character: string): string {
  if (code === 9) return ' ';
  if (code === 13 || (code < 32 && code !== 10) || code === 127) return '';
  return character;
}

/**
 * Folds full-width and other scripts' digits, look-alike letters, accents,
 * curly quotes, dashes and exotic spaces to plain ones and drops what cannot
 * be seen. Letter case and line breaks stay. Linear in the text.
 */
export function canonicalText({ text }: { text: string }): CanonicalText {
  // What most people type needs no folding.
  if (/^[\n\x20-\x7e]*$/.test(text)) {
    const starts = Array.from({ length: text.length }, (_, at) => at);
    return { text, starts, ends: starts.map(at => at + 1) };
  }
  const starts: number[] = [];
  const ends: number[] = [];
  const seen = new Map<number, string>();
  let out = '';
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    const character = text.slice(at, at + width);
    let plain: string;
    if (code < 128) plain = plainAscii(code, character);
    else {
      const known = seen.get(code);
      plain = known ?? plainForm(character, code);
      if (known === undefined) seen.set(code, plain);
    }
    const last = ends.length - 1;
    // An accent or key-cap belongs to the letter before it.
    if (plain === '' && code >= 0x300 && last >= 0 && ends[last] === at) {
      if (MARK.test(character) || code === 0xfe0f) ends[last] = at + width;
    }
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(at);
      ends.push(at + width);
    }
    out += plain;
    at += width;
  }
  return { text: out, starts, ends };
}
