import type { DocumentBlock, DocumentLine, DocumentView } from './DocumentView';
import { findPlaces } from './placesToAdapt';

const HEADING = /^(#{1,6})[ \t]+(\S.*)$/;
const BULLET = /^[-*•][ \t]+(\S.*)$/;
const NUMBER = /^\d{1,3}[.)][ \t]+(\S.*)$/;

/**
 * Reads plain text as a document: `#` and `##` open a heading, `-` an entry of
 * a list, `1.` one of a numbered list, an empty line ends a paragraph. Lines
 * within a paragraph stay lines, as in an address. All else is just text, so
 * markup in it is shown and never obeyed.
 */
export function readDocument(input: {
  title: string;
  body: string;
  footer: string;
  language?: string;
}): DocumentView {
  return {
    title: oneLine(input.title),
    language: input.language ?? 'en-GB',
    footer: input.footer,
    blocks: readBlocks(input.body),
  };
}

function readBlocks(body: string): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  let open: DocumentBlock | undefined;
  let sections = false;
  const begin = <B extends DocumentBlock>(block: B): B => {
    blocks.push(block);
    open = block;
    return block;
  };
  for (const raw of body.replace(/\r\n?/g, '\n').split('\n')) {
    const line = raw.trim();
    const heading = HEADING.exec(line);
    const entry = BULLET.exec(line);
    const numbered = entry ? null : NUMBER.exec(line);
    if (line === '') {
      // An empty line between entries does not break a list in two.
      if (open?.kind !== 'list') open = undefined;
    } else if (heading) {
      // A level is never left out, whatever was typed: readers go by levels.
      const level = heading[1] === '#' || !sections ? 2 : 3;
      sections = true;
      begin({ kind: 'heading', level, text: heading[2] ?? '' });
      open = undefined;
    } else if (entry || numbered) {
      const ordered = numbered !== null;
      const list =
        open?.kind === 'list' && open.ordered === ordered
          ? open
          : begin({ kind: 'list', ordered, items: [] });
      append(list.items, readLine((entry ?? numbered)?.[1] ?? ''));
    } else {
      const paragraph =
        open?.kind === 'paragraph'
          ? open
          : begin({ kind: 'paragraph', lines: [] });
      append(paragraph.lines, readLine(line));
    }
  }
  return blocks;
}

// The view is read-only to everybody but its maker.
const append = (lines: readonly DocumentLine[], line: DocumentLine) =>
  void (lines as DocumentLine[]).push(line);

function readLine(text: string): DocumentLine {
  const runs: Array<{ text: string; toAdapt: boolean }> = [];
  let from = 0;
  for (const { start, end } of findPlaces(text)) {
    if (start > from) {
      runs.push({ text: text.slice(from, start), toAdapt: false });
    }
    runs.push({ text: text.slice(start, end), toAdapt: true });
    from = end;
  }
  if (from < text.length) {
    runs.push({ text: text.slice(from), toAdapt: false });
  }
  return runs;
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
