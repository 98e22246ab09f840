/** Words in one line of a document; places that are still to be adapted stand out. */
export interface DocumentRun {
  text: string;
  /** Stands in square brackets: somebody has to put their own words here. */
  toAdapt: boolean;
}

/** One line, as runs. */
export type DocumentLine = readonly DocumentRun[];

/** One part of a document, in reading order. */
export type DocumentBlock =
  /** Beneath the title, which is the one heading of level 1. */
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'paragraph'; lines: readonly DocumentLine[] }
  | { kind: 'list'; ordered: boolean; items: readonly DocumentLine[] };

/**
 * What every form of a document is drawn from: web page, text, PDF and Word
 * say the same because they read the same.
 */
export interface DocumentView {
  title: string;
  /** A BCP 47 tag: `en-GB`. */
  language: string;
  /** What stands at the foot, before the number of the page; can be empty. */
  footer: string;
  blocks: readonly DocumentBlock[];
}
