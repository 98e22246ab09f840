import {
  placesToAdapt,
  textOutsidePlaces,
  wordsForPlace,
} from './placesToAdapt';

it.each([
  ['one line each', '[a] b [c\nd] [e]', ['a', 'e'], ' b [c\nd] '],
  ['nothing in it', 'a [] b', [], 'a [] b'],
  ['one in another', 'x [a [b] c] y', ['a [b] c'], 'x  y'],
  ['two in another', '[a [b] c [d]][e]', ['a [b] c [d]', 'e'], ''],
  ['one that is never closed', '[a [b] c', ['b'], '[a  c'],
  ['one that was never opened', 'a] [b] c]', ['b'], 'a]  c]'],
])('finds places with %s', (_, text, places, outside) => {
  expect(placesToAdapt(text)).toEqual(places);
  expect(textOutsidePlaces(text)).toBe(outside);
});

it('keeps whatever was typed within its place', () => {
  for (const typed of ['a] b', 'a\n\n# b\r\n- [c', ']][[', ' a\u2028b ']) {
    const text = `before [hint: ${wordsForPlace(typed)}] after`;
    expect(textOutsidePlaces(text)).toBe('before  after');
  }
});
