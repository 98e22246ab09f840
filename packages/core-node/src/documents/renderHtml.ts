import type { DocumentBlock, DocumentView } from '@imsa-hub/core';
import Handlebars from 'handlebars';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const draw = Handlebars.compile(
  readFileSync(path.join(__dirname, 'templates', 'document.hbs'), 'utf8'),
  { strict: true, knownHelpersOnly: true, preventIndent: true },
);

/**
 * A document as a web page that stands by itself: language, title, one `h1`,
 * headings in order, real lists, no script and nothing from elsewhere. It is
 * the original; what people typed only ever comes in as escaped text.
 */
export function renderHtml(view: DocumentView): string {
  return draw({ ...view, blocks: view.blocks.map(blockView) });
}

const NOTHING = {
  isHeading2: false,
  isHeading3: false,
  isParagraph: false,
  isBullets: false,
  isNumbers: false,
};

function blockView(block: DocumentBlock): object {
  switch (block.kind) {
    case 'heading':
      return {
        ...NOTHING,
        isHeading2: block.level === 2,
        isHeading3: block.level === 3,
        text: block.text,
      };
    case 'paragraph':
      return { ...NOTHING, isParagraph: true, lines: block.lines };
    default:
      return {
        ...NOTHING,
        isBullets: !block.ordered,
        isNumbers: block.ordered,
        lines: block.items,
      };
  }
}
