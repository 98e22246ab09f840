import { Canaries } from './Canaries';

const canaries = new Canaries();
const question = canaries.sealed('the question');
const note = canaries.plant('a note');
canaries.watch('7K3M-9QRT-XW2B-H4DN', 'the receipt code');

test.each([
  ['as written', `before ${question} after`],
  ['in capitals', question.toUpperCase()],
  ['in base64', Buffer.from(`{"q":"${question}"}`).toString('base64')],
  ['in base64, one further', Buffer.from(`x${question}!`).toString('base64')],
  ['in base64, two further', Buffer.from(`xy${question}!`).toString('base64')],
  ['in hexadecimal', Buffer.from(`x${question}`).toString('hex')],
])('finds a word %s, and that one only', (_how, text) => {
  expect(canaries.findIn(text).map(({ typedIn }) => typedIn)).toEqual([
    'the question',
  ]);
});

test('finds several, and a secret that was only watched', () => {
  expect(
    canaries
      .findIn(`${note} ${question} 7k3m-9qrt-xw2b-h4dn`)
      .map(({ typedIn }) => typedIn),
  ).toEqual(['the question', 'a note', 'the receipt code']);
});

test('finds nothing where nothing is, nor another word of the run', () => {
  expect(canaries.findIn('{"level":"info","message":"Request"}')).toEqual([]);
  expect(new Canaries().findIn(question)).toEqual([]);
  expect(canaries.findIn(question.slice(0, -1))).toEqual([]);
});
