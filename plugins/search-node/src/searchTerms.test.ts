import { createSearchSources } from './SearchSources';
import {
  containing,
  hasWord,
  namedWith,
  searchTerms,
  startingWith,
} from './searchTerms';

test.each([
  ['ADV-7K3M9', ['adv-7k3m9']],
  ['  Zoë   Ó Brien ', ['zoe', 'o', 'brien']],
  ['housing, wales/WALES', ['housing', 'wales']],
  ["O'Neill -- x", ["o'neill", 'x']],
  ['%%% ... ()', []],
  ['a b c d e f g h', ['a', 'b', 'c', 'd', 'e', 'f']],
])('"%s" is cut into %p', (words, terms) => {
  expect(searchTerms(words)).toEqual(terms);
});

test.each([
  ['Community care', 'care', true],
  ['Community care', 'unity', false],
  ['Fraud and debt (new)', 'new', true],
  ['Zoë', 'zoe', true],
])('in "%s" a word begins with "%s": %s', (text, term, expected) => {
  expect(hasWord(text, term)).toBe(expected);
});

test('identifiers are found by their names', () => {
  const names = { a: 'Family law', b: 'Public law', c: 'Health' };
  expect(namedWith(names, 'law')).toEqual(['a', 'b']);
  expect(namedWith(names, 'x')).toEqual([]);
});

test('what was typed is no pattern', () => {
  expect(containing('50%_\\')).toBe('%50\\%\\_\\\\%');
  expect(startingWith('a_')).toBe('a\\_%');
});

test('two sources of one kind are refused; the order is that of `order`', () => {
  const sources = createSearchSources();
  const source = (kind: string, order?: number) => ({
    kind,
    order,
    title: kind,
    door: 'signed-in' as const,
    find: async () => [],
  });
  for (const [kind, order] of [['b'], ['a'], ['z', 1]] as const) {
    sources.add(source(kind, order));
  }
  expect(sources.all().map(({ kind }) => kind)).toEqual(['z', 'a', 'b']);
  expect(() => sources.add(source('a'))).toThrow(
    'There is a search source "a" already',
  );
});
