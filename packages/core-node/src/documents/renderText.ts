import type { DocumentBlock, DocumentLine, DocumentView } from '@imsa-hub/core';

const written = (line: DocumentLine) => line.map(({ text }) => text).join('');

/** A document as plain text, for where nothing else can be pasted. */
export function renderText(view: DocumentView): string {
  return [
    view.title,
    '='.repeat(Math.min(view.title.length, 72)),
    ...view.blocks.map(block => `\n${blockText(block)}`),
    `\n${view.footer}\n`,
  ].join('\n');
}

function blockText(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${block.level === 2 ? '#' : '##'} ${block.text}`;
    case 'paragraph':
      return block.lines.map(written).join('\n');
    default:
      return block.items
        .map((item, index) =>
          block.ordered
            ? `${index + 1}. ${written(item)}`
            : `- ${written(item)}`,
        )
        .join('\n');
  }
}
