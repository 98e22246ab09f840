import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';

/** A typeface of the page. */
export type PdfFont = 'regular' | 'bold';

const font = (name: string) =>
  readFileSync(resolvePackagePath('dejavu-fonts-ttf', 'ttf', name));
// Embedded, so that a name keeps its letters on every machine and printer.
const FONTS: Readonly<Record<PdfFont, Buffer>> = {
  regular: font('DejaVuSans.ttf'),
  bold: font('DejaVuSans-Bold.ttf'),
};

/** Stands for a character that the typeface does not have. */
export const NOT_SHOWN = '\u25A1';

/** Distance of the text from the edges, in points. */
export const MARGIN = 64;

/** A tagged PDF on A4 in the making, with our two typefaces. */
export class PdfPen {
  readonly pdf: PDFKit.PDFDocument;
  private readonly known = new Map<number, boolean>();
  private font: PdfFont | undefined;
  private size = 0;
  /** Whether something had to be left out for want of a glyph. */
  leftOut = false;

  constructor(input: { title: string; language: string }) {
    this.pdf = new PDFDocument({
      size: 'A4',
      margin: MARGIN,
      bufferPages: true,
      pdfVersion: '1.7',
      // Its types do not know this value yet.
      subset: 'PDF/UA' as PDFKit.PDFDocumentOptions['subset'],
      tagged: true,
      displayTitle: true,
      lang: input.language,
      info: { Title: input.title, Creator: 'IMSA Hub', Producer: 'IMSA Hub' },
    });
    this.pdf.registerFont('regular', FONTS.regular);
    this.pdf.registerFont('bold', FONTS.bold);
    this.use('regular', 10.5);
  }

  use(name: PdfFont, size: number): void {
    if (this.font === name && this.size === size) return;
    this.font = name;
    this.size = size;
    this.pdf.font(name).fontSize(size);
  }

  /** Width in points, in the typeface in use. */
  width(text: string): number {
    return this.pdf.widthOfString(text);
  }

  /** The text with what cannot be drawn put as a box. */
  drawable(text: string): string {
    let drawn = '';
    for (const character of text) {
      if (this.hasGlyph(character.codePointAt(0) ?? 0)) drawn += character;
      else {
        // What only joins or selects a form has no shape of its own.
        if (/\p{M}|\p{Cf}/u.test(character)) continue;
        this.leftOut = true;
        drawn += NOT_SHOWN;
      }
    }
    return drawn;
  }

  private hasGlyph(codePoint: number): boolean {
    const known = this.known.get(codePoint);
    if (known !== undefined) return known;
    // pdfkit keeps the opened typeface to itself.
    const { _font } = this.pdf as unknown as {
      _font: { font: { hasGlyphForCodePoint(point: number): boolean } };
    };
    const has = _font.font.hasGlyphForCodePoint(codePoint);
    this.known.set(codePoint, has);
    return has;
  }

  /** Ends it and gives its bytes. */
  async bytes(): Promise<Buffer> {
    const parts: Buffer[] = [];
    this.pdf.on('data', (part: Buffer) => parts.push(part));
    const ended = new Promise<void>((done, fail) => {
      this.pdf.on('end', () => done());
      this.pdf.on('error', fail);
    });
    this.pdf.end();
    await ended;
    return Buffer.concat(parts);
  }
}
