import type { DocumentBlock, DocumentLine, DocumentView } from '@imsa-hub/core';
import { MARGIN, NOT_SHOWN, PdfPen, type PdfFont } from './pdf/PdfPen';
import { visualOrder } from './pdf/visualOrder';
import { wrapLine } from './pdf/wrapLine';
import { hasRightToLeft, isRightToLeft } from './textDirection';

const BODY = { font: 'regular', size: 10.5 } as const;
const HEADINGS = {
  1: { font: 'bold', size: 17 },
  2: { font: 'bold', size: 13 },
  3: { font: 'bold', size: 11 },
} as const;
const LEADING = 1.45;
const INDENT = 20;
const FOOT = 40;

const written = (line: DocumentLine) => line.map(({ text }) => text).join('');
const plain = (text: string): DocumentLine => [{ text, toAdapt: false }];

/**
 * A document as a PDF: tagged (headings, paragraphs, lists in reading order),
 * with its title and language, and typefaces embedded.
 */
export async function renderPdf(view: DocumentView): Promise<Buffer> {
  const pen = new PdfPen({ title: view.title, language: view.language });
  const page = new PageWriter(pen);
  page.heading(1, view.title);
  for (const block of view.blocks) page.block(block);
  if (pen.leftOut) {
    page.paragraph([
      plain(
        `${NOT_SHOWN} stands for a character that this PDF cannot show. The web page and the Word file have it.`,
      ),
    ]);
  }
  page.feet(view.footer);
  return pen.bytes();
}

type Struct = PDFKit.PDFStructureElement;

class PageWriter {
  private readonly root: Struct;
  private y = MARGIN;
  private readonly width: number;

  constructor(private readonly pen: PdfPen) {
    this.root = pen.pdf.struct('Document');
    pen.pdf.addStructure(this.root);
    this.width = pen.pdf.page.width - 2 * MARGIN;
  }

  block(block: DocumentBlock): void {
    if (block.kind === 'heading') this.heading(block.level, block.text);
    else if (block.kind === 'paragraph') this.paragraph(block.lines);
    else this.list(block);
  }

  heading(level: 1 | 2 | 3, text: string): void {
    const style = HEADINGS[level];
    this.y += level === 1 ? 0 : 8;
    // A heading does not stay alone at the foot of a page.
    this.room(style.size * LEADING + 2 * BODY.size * LEADING);
    this.tagged(this.root, `H${level}`, text, () =>
      this.line({ line: plain(text), ...style, left: 0 }),
    );
    this.y += level === 1 ? 10 : 4;
  }

  paragraph(lines: readonly DocumentLine[]): void {
    const text = lines.map(written).join('\n');
    this.tagged(this.root, 'P', text, () => {
      for (const line of lines) this.line({ line, ...BODY, left: 0 });
    });
    this.y += 8;
  }

  private list(block: Extract<DocumentBlock, { kind: 'list' }>): void {
    const list = this.pen.pdf.struct('L');
    this.root.add(list);
    block.items.forEach((item, index) => {
      const entry = this.pen.pdf.struct('LI');
      list.add(entry);
      const label = block.ordered ? `${index + 1}.` : '\u2022';
      this.room(BODY.size * LEADING);
      const top = this.y;
      this.tagged(entry, 'Lbl', label, () =>
        this.draw({ text: label, ...BODY, x: MARGIN + 4, y: top }),
      );
      this.tagged(entry, 'LBody', written(item), () =>
        this.line({ line: item, ...BODY, left: INDENT }),
      );
      entry.end();
      this.y += 3;
    });
    list.end();
    this.y += 6;
  }

  /** Reference and page at the foot of every page; no part of the text. */
  feet(words: string): void {
    const { pdf } = this.pen;
    this.root.end();
    const { start, count } = pdf.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      pdf.switchToPage(start + index);
      // Beneath the lower margin, where pdfkit would begin another page.
      pdf.page.margins.bottom = 0;
      pdf.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
      this.draw({
        text: `${words ? `${words}, page` : 'Page'} ${index + 1} of ${count}`,
        font: 'regular',
        size: 8.5,
        x: MARGIN,
        y: pdf.page.height - FOOT,
      });
      pdf.endMarkedContent();
    }
  }

  private tagged(
    parent: Struct,
    type: string,
    text: string,
    draw: () => void,
  ): void {
    const { pdf } = this.pen;
    // Drawn from left to right, such text is told to readers as it is read.
    const options = hasRightToLeft(text) ? { actual: text } : {};
    parent.add(pdf.struct(type, options, draw));
  }

  private line(input: {
    line: DocumentLine;
    font: PdfFont;
    size: number;
    left: number;
  }): void {
    const { line, font, size, left } = input;
    const width = this.width - left;
    const base = isRightToLeft(written(line)) ? 'rtl' : 'ltr';
    for (const pieces of wrapLine({ pen: this.pen, line, font, size, width })) {
      this.room(size * LEADING);
      const shown = visualOrder(pieces, base);
      const widths = shown.map(piece => {
        this.pen.use(piece.font, size);
        return this.pen.width(piece.text);
      });
      const whole = widths.reduce((sum, part) => sum + part, 0);
      let x = MARGIN + left + (base === 'rtl' ? width - whole : 0);
      shown.forEach((piece, index) => {
        this.draw({ ...piece, size, x, y: this.y });
        x += widths[index] ?? 0;
      });
      this.y += size * LEADING;
    }
  }

  private draw(input: {
    text: string;
    font: PdfFont;
    size: number;
    x: number;
    y: number;
  }): void {
    this.pen.use(input.font, input.size);
    this.pen.pdf.text(input.text, input.x, input.y, {
      lineBreak: false,
      // Has pdfkit lay out the piece as a whole: word by word, from left to
      // right, is quicker, and wrong for the other direction.
      ...(hasRightToLeft(input.text) ? { features: [] } : {}),
    });
  }

  private room(height: number): void {
    const { pdf } = this.pen;
    if (this.y + height <= pdf.page.height - MARGIN) return;
    // Ends and opens again the tag that a part of the text stands in.
    pdf.continueOnNewPage();
    this.y = MARGIN;
  }
}
