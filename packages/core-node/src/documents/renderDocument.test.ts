import { readDocument } from '@imsa-hub/core';
import { readPdf, readZip } from '@imsa-hub/testing';
import { renderDocument, type DocumentFormat } from './renderDocument';

const BODY = `[Draft: adapt it.]

The Council
12 High Street, Łódź, £5 “quoted”

# Why
We ask [name] to look again.
- one
- two

1. first
2. second

## More
=cmd|'/C calc'!A0 {{reference}} <script>alert("x")</script> & 'quoted'`;

const TITLE = 'Review: “ask again” & <b>bold</b>';
const view = (body = BODY, title = TITLE) =>
  readDocument({ title, body, footer: 'ESC-7K3M9Q, version 1' });
const draw = (format: DocumentFormat, body?: string, title?: string) =>
  renderDocument(view(body, title), format);
const html = async (body?: string, title?: string) =>
  (await draw('html', body, title)).toString('utf8');
const docx = async (body?: string) => readZip(await draw('docx', body));
const pdf = async (body?: string) => readPdf(await draw('pdf', body));

const EXPECTED = [
  'The Council',
  '12 High Street, Łódź, £5 “quoted”',
  'We ask [name] to look again.',
  `=cmd|'/C calc'!A0 {{reference}} <script>alert("x")</script> & 'quoted'`,
];
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#x27;': "'",
  '&#x3D;': '=',
};
const unmarked = (text: string) =>
  text
    .replace(/<w:br\/>|<br>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&[#\w]+;/g, entity => entities[entity] ?? entity);

it.each([
  ['html', async () => unmarked(await html())],
  ['text', async () => (await draw('text')).toString('utf8')],
  ['docx', async () => unmarked((await docx())['word/document.xml'] ?? '')],
  ['pdf', async () => (await pdf()).text],
] as const)(
  '%s says all that was written, and nothing is obeyed',
  async (_, read) => {
    const text = await read();
    for (const part of EXPECTED) expect(text).toContain(part);
  },
);

describe('the web page', () => {
  it('has language, title, one h1, headings in order and real lists', async () => {
    const page = await html();
    expect(page).toContain('<html lang="en-GB">');
    expect(page).toContain('<title>Review: “ask again” &amp; &lt;b&gt;bold');
    expect([...page.matchAll(/<(h\d)/g)].map(([, tag]) => tag)).toEqual([
      'h1',
      'h2',
      'h3',
    ]);
    expect(page).toMatch(/<ul>\s*<li dir="auto">one<\/li>/);
    expect(page).toMatch(/<ol>\s*<li dir="auto">first<\/li>/);
    expect(page).toContain('<mark>[name]</mark>');
    expect(page).toContain('The Council<br>12 High Street');
  });

  it('takes nothing from elsewhere and runs nothing', async () => {
    expect(await html()).not.toMatch(/<script|<link|<img|src=|href=|url\(/);
  });
});

describe('the Word file', () => {
  it('has styles for headings, lists, a language and a title', async () => {
    const parts = await docx();
    const body = parts['word/document.xml'] ?? '';
    for (const style of ['Heading1', 'Heading2', 'Heading3']) {
      expect(body).toContain(`<w:pStyle w:val="${style}"/>`);
    }
    expect(body.match(/<w:numPr>/g)).toHaveLength(4);
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="en-GB"/>');
    expect(parts['docProps/core.xml']).toContain('Review: “ask again” &amp;');
    expect(parts['word/footer1.xml']).toContain('ESC-7K3M9Q, version 1');
  });

  it('counts each numbered list from one', async () => {
    const body = (await docx('1. a\n\nBetween\n\n1. b'))['word/document.xml'];
    const lists = [...(body ?? '').matchAll(/<w:numId w:val="(\d+)"\/>/g)];
    expect(new Set(lists.map(([, id]) => id)).size).toBe(2);
  });

  it('has no character that XML cannot carry', async () => {
    const body = (await docx('a\uFFFE\uFFFFb'))['word/document.xml'];
    expect(body).toContain('a\uFFFD\uFFFDb');
  });
});

describe('the PDF', () => {
  it('is tagged, with language, title and typefaces', async () => {
    const { raw, tags } = await pdf();
    expect(raw).toContain('/Lang (en-GB)');
    expect(raw).toContain('/DisplayDocTitle true');
    expect(raw).toContain('/Marked true');
    expect(raw).toContain('/FontFile2');
    expect(tags).toEqual(
      expect.arrayContaining(['Document', 'H1', 'H2', 'H3', 'P', 'L', 'LI']),
    );
    expect(tags.filter(tag => tag === 'LBody')).toHaveLength(4);
    expect(tags.filter(tag => tag === 'H1')).toHaveLength(1);
  });

  it('carries on over pages, and numbers them', async () => {
    const { pages, text } = await pdf(
      'A sentence of some words. '.repeat(1_150),
    );
    expect(pages).toBeGreaterThan(5);
    expect(text).toContain(`page 1 of ${pages}`);
    expect(text).toContain(`page ${pages} of ${pages}`);
    expect(text.match(/sentence/g)).toHaveLength(1_150);
  });

  it('breaks a word that is wider than the page', async () => {
    const { text } = await pdf('x'.repeat(30_000));
    expect(text.match(/x/g)).toHaveLength(30_000);
  });

  it('tells readers text from right to left as it is read', async () => {
    const { raw } = await pdf('قالت [لا] Yes');
    const read = Buffer.from('قالت [لا] Yes', 'utf16le').swap16();
    expect(raw).toContain('/ActualText');
    expect(Buffer.from(raw, 'latin1').includes(read.subarray(0, 8))).toBe(true);
  });

  it('says where it cannot show a character', async () => {
    expect((await pdf('中文 fine')).text).toContain(
      'stands for a character that this PDF cannot show',
    );
    expect((await pdf('Zażółć, Nguyễn, 😀')).text).not.toContain('stands for');
  });
});
