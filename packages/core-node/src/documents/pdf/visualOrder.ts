import bidiFactory from 'bidi-js';
import type { Piece } from './wrapLine';

const bidi = bidiFactory();

/**
 * The pieces of one line as they stand on the page from left to right, by the
 * Unicode rules for text of two directions. Within a piece the letters stay as
 * they are read: the typeface turns them itself.
 */
export function visualOrder(
  pieces: readonly Piece[],
  base: 'ltr' | 'rtl',
): Piece[] {
  const text = pieces.map(piece => piece.text).join('');
  const { levels } = bidi.getEmbeddingLevels(text, base);
  const runs: Array<Piece & { level: number }> = [];
  let at = 0;
  for (const piece of pieces) {
    for (const unit of piece.text.split('')) {
      const level = levels[at] ?? 0;
      at += 1;
      const last = runs.at(-1);
      // Brackets look the other way in text that runs the other way.
      const drawn =
        level % 2 ? (bidi.getMirroredCharacter(unit) ?? unit) : unit;
      if (last?.level === level && last.font === piece.font) last.text += drawn;
      else runs.push({ text: drawn, font: piece.font, level });
    }
  }
  const highest = Math.max(0, ...runs.map(run => run.level));
  for (let level = highest; level >= 1; level -= 1) {
    turnRunsFrom(runs, level);
  }
  return runs;
}

function turnRunsFrom(runs: Array<{ level: number }>, level: number): void {
  for (let from = 0; from < runs.length; from += 1) {
    let to = from;
    while (to < runs.length && (runs[to]?.level ?? 0) >= level) to += 1;
    if (to === from) continue;
    runs.splice(from, to - from, ...runs.slice(from, to).reverse());
    from = to;
  }
}
