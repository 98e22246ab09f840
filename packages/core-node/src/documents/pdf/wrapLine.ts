import type { DocumentLine } from '@imsa-hub/core';
import type { PdfFont, PdfPen } from './PdfPen';

/** A piece of one drawn line, in one typeface. */
export interface Piece {
  text: string;
  font: PdfFont;
}

/** Breaks one line of a document into lines that fit a width in points. */
export function wrapLine(input: {
  pen: PdfPen;
  line: DocumentLine;
  font: PdfFont;
  size: number;
  width: number;
}): Piece[][] {
  const { pen, size, width } = input;
  const lines: Piece[][] = [];
  let current: Piece[] = [];
  let used = 0;
  const end = () => {
    lines.push(current);
    current = [];
    used = 0;
  };
  for (const run of input.line) {
    const font = run.toAdapt ? 'bold' : input.font;
    pen.use(font, size);
    // A space stays with the word before it, so that words do not run
    // together where the text is read out or copied.
    for (const word of pen.drawable(run.text).match(/\S+\s*|\s+/g) ?? []) {
      for (const part of breakWord(pen, word, width)) {
        if (used + pen.width(part.trimEnd()) > width && current.length > 0) {
          end();
        }
        const last = current.at(-1);
        if (last?.font === font) last.text += part;
        else current.push({ text: part, font });
        used += pen.width(part);
      }
    }
  }
  if (current.length > 0 || lines.length === 0) end();
  return lines;
}

/** A word that is wider than the page, in parts that are not. */
function breakWord(pen: PdfPen, word: string, width: number): string[] {
  if (pen.width(word.trimEnd()) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const character of word) {
    const wide = pen.width(character);
    if (used + wide > width && part) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += character;
    used += wide;
  }
  parts.push(part);
  return parts;
}
