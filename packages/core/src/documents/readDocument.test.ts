import { readDocument } from './readDocument';

const read = (body: string) =>
  readDocument({ title: 'A letter', body, footer: 'ESC-7K3M9Q' }).blocks;
const plain = (text: string) => [{ text, toAdapt: false }];

it('reads headings, paragraphs, addresses and lists', () => {
  expect(
    read(
      '# Why\r\nThe Council\nHigh Street\n\nWe ask:\n- one\n\n- two\n1. first\n2) second\n## More',
    ),
  ).toEqual([
    { kind: 'heading', level: 2, text: 'Why' },
    {
      kind: 'paragraph',
      lines: [plain('The Council'), plain('High Street')],
    },
    { kind: 'paragraph', lines: [plain('We ask:')] },
    { kind: 'list', ordered: false, items: [plain('one'), plain('two')] },
    { kind: 'list', ordered: true, items: [plain('first'), plain('second')] },
    { kind: 'heading', level: 3, text: 'More' },
  ]);
});

it('leaves no level of heading out', () => {
  expect(read('### Deep\n# Top\n## Under')).toMatchObject([
    { level: 2 },
    { level: 2 },
    { level: 3 },
  ]);
});

it('marks what is still to be adapted', () => {
  expect(read('Dear [name of the officer],')).toEqual([
    {
      kind: 'paragraph',
      lines: [
        [
          { text: 'Dear ', toAdapt: false },
          { text: '[name of the officer]', toAdapt: true },
          { text: ',', toAdapt: false },
        ],
      ],
    },
  ]);
});

it.each([
  ['markup', '<script>alert(1)</script>'],
  ['braces', '{{reference}} {{#each}}'],
  ['a formula', '=cmd|calc'],
  ['a hash within', 'No #1 and -1 and 1.5'],
  ['right to left', 'قالت لا'],
])('takes %s for text', (_, text) => {
  expect(read(text)).toEqual([{ kind: 'paragraph', lines: [plain(text)] }]);
});

it('keeps the title on one line', () => {
  expect(readDocument({ title: ' a\r\n b ', body: '', footer: '' }).title).toBe(
    'a b',
  );
});
