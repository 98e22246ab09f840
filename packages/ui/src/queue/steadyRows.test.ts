import { steadyRows } from './steadyRows';

const ids = (before: string, now: string) =>
  steadyRows({
    before: before.split(''),
    rows: now.split('').map(id => ({ id })),
  })
    .map(({ id }) => id)
    .join('');

describe('steadyRows', () => {
  it.each([
    ['abc', 'cab', 'abc', 'keeps every row in its place'],
    ['abc', 'ca', 'ac', 'lets go of what left'],
    ['abc', 'xabc', 'abc', 'has a new row wait that would push others down'],
    ['abc', 'abcde', 'abcde', 'takes what only follows'],
    ['abc', 'cbade', 'abcde', 'takes what follows also in another order'],
    ['abc', 'xyz', 'xyz', 'begins afresh where nothing is left'],
  ])('%s, then %s: %s (%s)', (before, now, shown) => {
    expect(ids(before, now)).toBe(shown);
  });
});
