import { EntryBudget } from './EntryBudget';

let now: number;
const aBudget = () => {
  now = Date.parse('2026-11-27T09:00:00Z');
  return new EntryBudget({ perKey: 2, inAll: 5, now: () => now });
};
const takeEach = (budget: EntryBudget, keys: string) =>
  [...keys].map(key => (budget.take(key) ? key : '-')).join('');

test('each place has its own, and all together no more than so much', () => {
  const budget = aBudget();
  expect(takeEach(budget, 'aaabbccdd')).toBe('aa-bbc---');
  expect(budget.takeOver()).toBe(4);
  expect(budget.takeOver()).toBe(0);
});

test('a place that has spent its own takes nothing from the others', () => {
  const budget = aBudget();
  takeEach(budget, 'a'.repeat(1_000));
  expect(takeEach(budget, 'bbc')).toBe('bbc');
  expect(budget.takeOver()).toBe(998);
});

test('the next hour has as much again, and what was over is still told', () => {
  const budget = aBudget();
  takeEach(budget, 'aaa');
  now += 3_600_000;
  expect(takeEach(budget, 'aaa')).toBe('aa-');
  expect(budget.takeOver()).toBe(2);
});

test('what could not be entered is counted again', () => {
  const budget = aBudget();
  takeEach(budget, 'aaaa');
  budget.giveBack(budget.takeOver());
  expect(budget.takeOver()).toBe(2);
});
