import { inflateSync } from 'node:zlib';

/** What a PDF says, read without the library that made it. */
export interface ReadPdf {
  /** The letters in the order in which they are drawn. */
  text: string;
  /** Kinds of tags in the order of the structure's objects: `H1`, `P`, `LI`. */
  tags: string[];
  pages: number;
  /** Everything that is not packed, for what stands in the catalogue. */
  raw: string;
}

/**
 * Reads a PDF of the hub: unpacks its streams, and turns glyphs into letters
 * by the tables that the file carries for readers.
 */
export function readPdf(bytes: Buffer): ReadPdf {
  const raw = bytes.toString('latin1');
  const objects = new Map<number, string>();
  for (const [, id, body] of raw.matchAll(
    /(?:^|\n)(\d+) 0 obj\n([^]*?)\nendobj/g,
  )) {
    objects.set(Number(id), body ?? '');
  }
  const fonts = fontsOf(raw, objects);
  const text = [...objects.values()]
    .map(streamOf)
    .filter(stream => /\bBT\b/.test(stream))
    .map(stream => lettersOf(stream, fonts))
    .join('\n');
  return {
    text,
    tags: [...raw.matchAll(/\/S \/([A-Za-z0-9]+)\n/g)].map(
      ([, tag]) => tag ?? '',
    ),
    pages: [...raw.matchAll(/\/Type \/Page\n/g)].length,
    raw,
  };
}

function streamOf(object: string): string {
  const packed = /stream\r?\n([^]*?)\r?\nendstream/.exec(object)?.[1];
  if (packed === undefined) return '';
  const bytes = Buffer.from(packed, 'latin1');
  if (!object.includes('/FlateDecode')) return packed;
  return inflateSync(bytes).toString('latin1');
}

type Letters = ReadonlyMap<number, string>;

function fontsOf(
  raw: string,
  objects: ReadonlyMap<number, string>,
): Map<string, Letters> {
  const fonts = new Map<string, Letters>();
  for (const [, name, id] of raw.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const font = objects.get(Number(id)) ?? '';
    const table = /\/ToUnicode (\d+) 0 R/.exec(font)?.[1];
    const map = streamOf(objects.get(Number(table)) ?? '');
    fonts.set(name ?? '', lettersOfMap(map));
  }
  return fonts;
}

function lettersOfMap(map: string): Letters {
  const letters = new Map<number, string>();
  for (const [, first, , list] of map.matchAll(
    /<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi,
  )) {
    let glyph = parseInt(first ?? '', 16);
    for (const [, units] of (list ?? '').matchAll(/<([0-9a-f ]*)>/gi)) {
      letters.set(glyph, utf16(units ?? ''));
      glyph += 1;
    }
  }
  return letters;
}

const utf16 = (hexadecimal: string) =>
  Buffer.from(hexadecimal.replace(/ /g, ''), 'hex')
    .swap16()
    .toString('utf16le');

function lettersOf(stream: string, fonts: ReadonlyMap<string, Letters>) {
  let letters: Letters = new Map();
  let text = '';
  for (const [part, font, shown] of stream.matchAll(
    /\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ|\bET\b/g,
  )) {
    if (font) letters = fonts.get(font) ?? letters;
    if (part === 'ET') continue;
    for (const [, glyphs] of (shown ?? '').matchAll(/<([0-9a-f]+)>/gi)) {
      for (const [glyph] of (glyphs ?? '').matchAll(/.{4}/g)) {
        text += letters.get(parseInt(glyph, 16)) ?? '?';
      }
    }
  }
  return text;
}
