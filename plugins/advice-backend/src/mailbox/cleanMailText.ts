// Controls but for tab and line feed; marks that turn the writing direction or
// hide characters, with which a text can look like another one.
const UNUSABLE =
  /[^\P{Cc}\t\n]|[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
const MOST_EMPTY_LINES = /\n{4,}/g;

/** Text of a mail that any store and screen can carry, as far as it is kept. */
export function cleanMailText(
  text: string,
  most: number,
): { text: string; cut: boolean } {
  // What is far beyond the end need not be cleaned.
  const clean = text
    .slice(0, most * 4)
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .toWellFormed()
    .replace(UNUSABLE, '')
    .replace(MOST_EMPTY_LINES, '\n\n\n')
    .trim();
  const kept = clean.slice(0, most).toWellFormed();
  return { text: kept, cut: clean.length > most || text.length > most * 4 };
}

/** The same, on one line: a subject, a name. */
export function cleanMailLine(text: string, most: number): string {
  return cleanMailText(text.replace(/\s+/g, ' '), most).text;
}
