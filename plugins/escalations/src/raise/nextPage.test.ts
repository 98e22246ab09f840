import { pageAfterChange, pageToGoOn, progress } from './nextPage';

const PAGES = ['one', 'two', 'three', 'four'].map(id => ({
  id,
  title: id,
  fields: [],
}));
const draft = (
  done: string[],
  wrong: string[] = [],
  returnedFor: string | null = null,
) => ({
  pages: PAGES,
  done,
  returnedFor,
  problems: wrong.map(page => ({ page, field: page, message: 'Mend it' })),
});

test.each([
  ['a new draft', draft([], ['one', 'two']), 'one'],
  ['after the last answered one', draft(['one', 'two'], ['four']), 'three'],
  ['what a query leaves open', draft(['two', 'four'], ['one']), 'one'],
  [
    'not a page that may stay empty before answered ones',
    draft(['one', 'four'], ['three']),
    'three',
  ],
  ['a last page that may stay empty', draft(['one', 'two', 'three']), 'four'],
  ['all of it', draft(['one', 'two', 'three', 'four']), 'check-your-answers'],
  ['what was returned', draft(['one'], [], 'Say more'), 'check-your-answers'],
  [
    'what was returned and lacks something',
    draft(['one'], ['three'], 'x'),
    'three',
  ],
])('one goes on with %s', (_, stands, page) => {
  expect(pageToGoOn(stands)).toBe(page);
});

test('a change leads back, unless it opened a page', () => {
  expect(pageAfterChange(draft([], []), 'two')).toBe('check-your-answers');
  expect(pageAfterChange(draft([], ['three']), 'two')).toBe('three');
});

test('how far one is, in words', () => {
  expect(progress(draft([]), 'two')).toBe('Page 2 of 5');
  expect(progress(draft([]), 'check-your-answers')).toBe('Page 5 of 5');
});
