import type {
  DocumentBlock,
  DocumentLine,
  DocumentView as View,
} from '@imsa-hub/core';
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type IParagraphOptions,
} from 'docx';
import { isRightToLeft } from './textDirection';

const NUMBERS = 'numbers';
const FONT = 'Arial';
const INDENT = { left: 720, hanging: 360 };
// XML cannot carry these two; a file with one of them opens nowhere.
const NOT_IN_XML = /[\uFFFE\uFFFF]/g;

const clean = (text: string) => text.replace(NOT_IN_XML, '\uFFFD');
const written = (line: DocumentLine) => line.map(({ text }) => text).join('');
const heading = (size: number) => ({
  run: { font: FONT, size, bold: true, color: '111111' },
  paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
});

/**
 * A document as a Word file: real headings and lists, styles to change, the
 * language set, so that Word's and LibreOffice's navigation and spelling work.
 */
export async function renderDocx(view: View): Promise<Buffer> {
  let lists = 0;
  const children = view.blocks.flatMap(block =>
    paragraphs(block, block.kind === 'list' && block.ordered ? ++lists : 0),
  );
  const document = new Document({
    title: clean(view.title),
    creator: 'IMSA Hub',
    lastModifiedBy: 'IMSA Hub',
    description: clean(view.footer),
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 23, language: { value: view.language } },
          paragraph: { spacing: { after: 160, line: 300 } },
        },
        heading1: heading(34),
        heading2: heading(27),
        heading3: heading(24),
      },
    },
    numbering: {
      config: [
        {
          reference: NUMBERS,
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.START,
              style: { paragraph: { indent: INDENT } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        // A4, in twentieths of a point, with 2.5 cm around.
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1417, bottom: 1417, left: 1417, right: 1417 },
          },
        },
        footers: { default: footer(view.footer) },
        children: [
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            ...directed(view.title),
            children: runs([{ text: view.title, toAdapt: false }]),
          }),
          ...children,
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function paragraphs(block: DocumentBlock, instance: number): Paragraph[] {
  if (block.kind === 'heading') {
    return [
      new Paragraph({
        heading:
          block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
        ...directed(block.text),
        children: runs([{ text: block.text, toAdapt: false }]),
      }),
    ];
  }
  if (block.kind === 'paragraph') {
    return [
      new Paragraph({
        ...directed(block.lines.map(written).join(' ')),
        children: block.lines.flatMap((line, index) =>
          runs(line, index > 0 ? 1 : 0),
        ),
      }),
    ];
  }
  return block.items.map(
    item =>
      new Paragraph({
        ...(block.ordered
          ? { numbering: { reference: NUMBERS, level: 0, instance } }
          : { bullet: { level: 0 } }),
        spacing: { after: 80 },
        ...directed(written(item)),
        children: runs(item),
      }),
  );
}

function runs(line: DocumentLine, lineBreak = 0): TextRun[] {
  return line.map(
    ({ text, toAdapt }, index) =>
      new TextRun({
        text: clean(text),
        break: index === 0 ? lineBreak : 0,
        ...(toAdapt ? { highlight: 'yellow' as const } : {}),
        ...(isRightToLeft(text) ? { rightToLeft: true } : {}),
      }),
  );
}

const directed = (text: string): Pick<IParagraphOptions, 'bidirectional'> =>
  isRightToLeft(text) ? { bidirectional: true } : {};

function footer(words: string): Footer {
  return new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({
            size: 18,
            color: '505050',
            children: [
              words ? `${clean(words)}, page ` : 'Page ',
              PageNumber.CURRENT,
              ' of ',
              PageNumber.TOTAL_PAGES,
            ],
          }),
        ],
      }),
    ],
  });
}
